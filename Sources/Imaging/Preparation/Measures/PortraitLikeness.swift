/// Whether a picture without print shows a head and shoulders before a plain ground.
///
/// The middle of an upright picture has the colours of skin, its upper corners have not. Gray
/// portraits cannot be told from other pictures this way.
struct PortraitLikeness: Sendable {
  let isPortrait: Bool

  /// Height to width of portraits, from 3 × 4 to 4 × 6 cm with some border.
  private static let aspects = 1.15...1.75
  private static let face = (left: 0.3, right: 0.7, top: 0.25, bottom: 0.62)
  private static let corner = (width: 0.15, height: 0.15)
  /// The least share of skin where the face is, and the most in a corner.
  private static let leastFace = 0.35
  private static let mostCorner = 0.1

  /// Looks at `page`.
  init(_ page: ReducedPage) {
    guard page.channels.count == 3, page.width > 0,
      Self.aspects.contains(Double(page.height) / Double(page.width))
    else {
      isPortrait = false
      return
    }
    let face = Self.face
    let corner = Self.corner
    let middle = Self.skin(page, face.left..<face.right, face.top..<face.bottom)
    let corners = [0..<corner.width, (1 - corner.width)..<1].map {
      Self.skin(page, $0, 0..<corner.height)
    }
    isPortrait =
      middle >= Self.leastFace && corners.allSatisfy { $0 <= Self.mostCorner }
  }

  /// The share of pixels of the part of `page` that have the colour of skin.
  private static func skin(
    _ page: ReducedPage, _ across: Range<Double>, _ down: Range<Double>
  ) -> Double {
    func pixels(_ range: Range<Double>, of length: Int) -> Range<Int> {
      Int(range.lowerBound * Double(length))..<Int(range.upperBound * Double(length))
    }
    let columns = pixels(across, of: page.width)
    let rows = pixels(down, of: page.height)
    guard !columns.isEmpty, !rows.isEmpty else { return 0 }
    var count = 0
    for row in rows {
      for column in columns {
        let index = row * page.width + column
        let colour = page.channels.map { Int($0.bytes[index]) }
        if isSkin(red: colour[0], green: colour[1], blue: colour[2]) { count += 1 }
      }
    }
    return Double(count) / Double(columns.count * rows.count)
  }

  /// The rule of Kovač, Peer and Solina (2003) for skin in daylight.
  private static func isSkin(red: Int, green: Int, blue: Int) -> Bool {
    red > 95 && green > 40 && blue > 20 && red - min(green, blue) > 15 && red - green > 15
      && red > blue
  }
}
