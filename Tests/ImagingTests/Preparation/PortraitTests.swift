import Documents
import Testing

@testable import Imaging

/// A picture without print is a portrait when its middle is skin and its upper corners are not.
@Suite struct PortraitTests {
  /// A picture with an ellipse of `face` in the middle, a cloth below and `ground` around.
  private static func picture(
    width: Int = 300, height: Int = 400, face: [UInt8], ground: [UInt8]
  ) throws -> PageImage {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let across = (Double(x) / Double(width) - 0.5) / 0.24
        let down = (Double(y) / Double(height) - 0.43) / 0.24
        if across * across + down * down < 1 {
          bytes += face
        } else {
          bytes += y * 10 > height * 8 ? [40, 50, 80] : ground
        }
      }
    }
    return try PageImage(rgbBytes: bytes, width: width, height: height, dpi: 300)
  }

  private static let blue: [UInt8] = [190, 211, 230]

  @Test(arguments: [[UInt8](arrayLiteral: 227, 185, 150), [194, 144, 104], [238, 199, 167]])
  func knowsAHeadBeforeAPlainGround(face: [UInt8]) throws {
    let page = try PagePreparer().prepare(try Self.picture(face: face, ground: Self.blue))
    #expect(page.regions.map(\.shape) == [.portrait])
  }

  /// Other colours, skin up to the corners, a picture lying on its side.
  @Test func takesNoOtherPictureForOne() throws {
    let skin: [UInt8] = [227, 185, 150]
    let others = [
      try Self.picture(face: [80, 160, 90], ground: Self.blue),
      try Self.picture(face: skin, ground: skin),
      try Self.picture(width: 400, height: 300, face: skin, ground: Self.blue),
    ]
    for picture in others {
      let page = try PagePreparer().prepare(picture)
      #expect(page.regions.allSatisfy { $0.shape != .portrait })
    }
  }
}
