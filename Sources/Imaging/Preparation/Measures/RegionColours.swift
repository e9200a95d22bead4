internal import Documents

/// A card's colours, small: how colourful it is, and what lies over it.
struct RegionColours: Sendable {
  /// See `CaptureQuality.colour`.
  let colour: Double
  /// What hides a part of the card, as shares of its width and height.
  let hidden: [Coverings.Area]

  /// The size at which it is looked at: half a millimetre a pixel.
  private static let width = 172
  private static let height = 108
  /// Looks at the part of `page` inside `outline`.
  init(_ page: ReducedPage, outline corners: [PixelPoint]) {
    let target = Quadrilateral(width: Double(Self.width), height: Double(Self.height)).corners
    guard let mapping = Homography(from: target, to: corners) else {
      (colour, hidden) = (1, [])
      return
    }
    let planes = page.channels.map {
      $0.warped(by: mapping, width: Self.width, height: Self.height)
    }
    let count = Self.width * Self.height
    guard planes.count == 3 else {
      colour = 0
      hidden =
        Coverings(
          mask: InkMap(
            width: Self.width, height: Self.height, pixels: Self.darkness(of: planes[0])),
          planes: planes
        ).areas
      return
    }
    var (first, second) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for index in 0..<count {
      first[index] = Int(planes[0].bytes[index]) - Int(planes[1].bytes[index])
      second[index] = Int(planes[1].bytes[index]) - Int(planes[2].bytes[index])
    }
    // The light's own colour is that of most of the card.
    let (cast, otherCast) = (first.sorted()[count / 2], second.sorted()[count / 2])
    let chroma = (0..<count).map { abs(first[$0] - cast) + abs(second[$0] - otherCast) }
    colour = min(1, Double(chroma.sorted()[count * 97 / 100]) / 255)
    var mask = Self.darkness(of: planes[1])
    for index in 0..<count where chroma[index] > 60 { mask[index] = 1 }
    hidden =
      Coverings(
        mask: InkMap(width: Self.width, height: Self.height, pixels: mask), planes: planes
      ).areas
  }

  /// 1 where the plane is much darker than the paper on its side of the card.
  private static func darkness(of plane: GrayPlane) -> [UInt8] {
    let paper = plane.percentile(0.6)
    return plane.bytes.map { Int($0) * 100 < Int(paper) * 38 ? 1 : 0 }
  }
}
