import Imaging
import TestSupport
import Testing

/// Preparation has a result for any image.
@Suite struct PreparationTotalityTests {
  struct Picture: Sendable, CustomTestStringConvertible {
    var width: Int
    var height: Int
    var testDescription: String { "\(width) x \(height)" }
  }

  @Test(arguments: [
    Picture(width: 1, height: 1), Picture(width: 2, height: 3), Picture(width: 5, height: 5),
    Picture(width: 3, height: 2000), Picture(width: 2000, height: 3),
    Picture(width: 17, height: 400), Picture(width: 64, height: 40),
    Picture(width: 317, height: 200),
  ])
  func acceptsOddSizes(picture: Picture) throws {
    var random = SplitMix64(seed: 21)
    let count = picture.width * picture.height
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let fillings: [[UInt8]] = [
      [UInt8](repeating: 0, count: count), [UInt8](repeating: 255, count: count), noise,
    ]
    for bytes in fillings {
      let page = try PageImage(grayBytes: bytes, width: picture.width, height: picture.height)
      let prepared = try PagePreparer().prepare(page)
      #expect(prepared.regions.allSatisfy { $0.image.width > 0 && $0.image.height > 0 })
    }
    let rgb = (0..<count * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
    let page = try PageImage(rgbBytes: rgb, width: picture.width, height: picture.height, dpi: 300)
    _ = try PagePreparer().prepare(page)
  }

  @Test(arguments: [UInt8(0), 127, 255])
  func findsNothingOnAPlainPage(brightness: UInt8) throws {
    let bytes = [UInt8](repeating: brightness, count: 800 * 1100)
    let page = try PageImage(grayBytes: bytes, width: 800, height: 1100)
    #expect(try PagePreparer().prepare(page).regions.isEmpty)
  }
}
