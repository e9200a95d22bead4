internal import Documents

/// A card's colours, small: how colourful it is, and what lies over it.
struct RegionColours: Sendable {
  /// See `CaptureQuality.colour`.
  let colour: Double
  /// What hides a part of the card, as shares of its width and height.
  let hidden: [(x: Double, y: Double, width: Double, height: Double)]

  /// The size at which it is looked at: half a millimetre a pixel.
  private static let width = 172
  private static let height = 108
  /// Half the width of what an ill-fitting outline may show of the ground, in pixels.
  private static let opening = 4
  /// The share of the card from which a covering counts.
  private static let leastShare = 0.012

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
      hidden = Self.covers(
        of: InkMap(
          width: Self.width, height: Self.height, pixels: Self.darkness(of: planes[0])))
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
    hidden = Self.covers(of: InkMap(width: Self.width, height: Self.height, pixels: mask))
  }

  /// 1 where the plane is much darker than the paper on its side of the card.
  private static func darkness(of plane: GrayPlane) -> [UInt8] {
    let paper = plane.percentile(0.6)
    return plane.bytes.map { Int($0) * 100 < Int(paper) * 38 ? 1 : 0 }
  }

  /// How deep a covering reaches in, so that it leaves a margin without print, in pixels.
  private static let leastDepth = 11
  /// The least width and fullness of what lies on the card: portraits are narrower, and they and
  /// emblems have other colours inside.
  private static let leastSlip = 45
  private static let leastFill = 0.72

  /// The patches of `mask` that come in from outside, or are larger than any picture on a card.
  private static func covers(
    of mask: InkMap
  ) -> [(x: Double, y: Double, width: Double, height: Double)] {
    // A border of mask around it, so that opening does not eat what leaves the card.
    let margin = opening + 1
    var framed = InkMap(
      width: width + 2 * margin, height: height + 2 * margin,
      pixels: [UInt8](repeating: 1, count: (width + 2 * margin) * (height + 2 * margin)))
    for y in 0..<height {
      for x in 0..<width {
        framed.pixels[(y + margin) * framed.width + x + margin] = mask.pixels[y * width + x]
      }
    }
    let opened = framed.eroded(by: opening).dilated(by: opening)
    var inside = InkMap(
      width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height))
    for y in 0..<height {
      for x in 0..<width {
        inside.pixels[y * width + x] = opened.pixels[(y + margin) * framed.width + x + margin]
      }
    }
    let least = Int(leastShare * Double(width * height))
    return inside.blobs().blobs.filter { blob in
      let box = blob.box
      guard blob.area >= least, min(box.width, box.height) >= leastDepth else { return false }
      let touches = box.x <= 1 || box.y <= 1 || box.maxX >= width - 1 || box.maxY >= height - 1
      return touches || (box.width >= leastSlip && blob.fill >= leastFill)
    }.map { blob in
      (
        Double(blob.box.x) / Double(width), Double(blob.box.y) / Double(height),
        Double(blob.box.width) / Double(width), Double(blob.box.height) / Double(height)
      )
    }
  }
}
