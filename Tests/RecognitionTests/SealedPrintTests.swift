import Documents
import Imaging
import Testing

@testable import Recognition

@Suite struct SealedPrintTests {
  private static let (width, height) = (1040, 656)

  /// A card with a row of red letters at y 180 and one of black letters at y 300, and red lines through
  /// both rows.
  private func card(isColour: Bool = true) throws -> (region: PreparedRegion, page: PageImage) {
    var bytes = [UInt8](repeating: 235, count: Self.width * Self.height * 3)
    func fill(_ x: Int, _ y: Int, _ w: Int, _ h: Int, _ colour: [UInt8]) {
      for row in y..<(y + h) {
        for column in x..<(x + w) {
          bytes.replaceSubrange(
            (row * Self.width + column) * 3..<(row * Self.width + column) * 3 + 3, with: colour)
        }
      }
    }
    let (black, red): ([UInt8], [UInt8]) = ([20, 20, 25], [205, 40, 45])
    fill(80, 188, 900, 3, red)
    fill(80, 308, 900, 3, red)
    for (y, colour) in [(180, red), (300, black)] {
      for letter in 0..<20 {
        fill(100 + 40 * letter, y, 8, 30, colour)
        fill(100 + 40 * letter, y + 22, 24, 8, colour)
      }
    }
    let colours = try PageImage(
      rgbBytes: bytes, width: Self.width, height: Self.height, dpi: 308)
    let page = try isColour ? colours : colours.gray()
    let same = Homography(coefficients: [1, 0, 0, 0, 1, 0, 0, 0, 1])
    return (PreparedRegion(shape: .card, image: try page.gray(), toPage: same, dpi: 308), page)
  }

  private func brightness(_ image: PageImage, x: Int, y: Int) -> Int {
    Int(image.grayBytes()[y * image.width + x])
  }

  /// The seal goes from black print; print that is red itself stays.
  @Test func aSealIsTakenOffBlackPrint() throws {
    let (region, page) = try card()
    let image = try SealedPrint.cleared(region, of: page)
    #expect(brightness(region.image, x: 130, y: 309) < 120)
    #expect(brightness(image, x: 130, y: 309) > 180)
    #expect(brightness(image, x: 104, y: 309) < 80)
    #expect(brightness(image, x: 104, y: 200) < 120)
  }

  @Test func aGrayPageIsLeftAlone() throws {
    let (region, page) = try card(isColour: false)
    #expect(try SealedPrint.cleared(region, of: page) === region.image)
  }
}
