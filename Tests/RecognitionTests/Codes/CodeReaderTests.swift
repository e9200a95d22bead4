import CTesseract
import Documents
import Foundation
import Imaging
import Testing

@testable import Recognition

/// Codes are found, read as the card means them, and say how they stand.
@Suite struct CodeReaderTests {
  /// The invented payload of the QR fixtures, in the form of a chip card's.
  static let payload =
    "001203004567|123456789|Nguyễn Thị Ánh|01012003|Nữ|"
    + "Thôn Đoài, Xã Đại Mỗ, Huyện Từ Liêm, Hà Nội|10052021"

  /// The code `name`, drawn with `module` pixels a module at (100, 50) on a white page.
  private func page(_ name: String, module: Int) throws -> PageImage {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "png", subdirectory: "Fixtures/codes"))
    let bytes = [UInt8](try Data(contentsOf: url))
    let code = try ImageFile(bytes, format: .png, limits: .standard).page(0)
    let source = code.grayBytes()
    let width = code.width * module + 200
    let height = code.height * module + 100
    var target = [UInt8](repeating: 255, count: width * height)
    for row in 0..<code.height * module {
      for column in 0..<code.width * module {
        target[(row + 50) * width + column + 100] =
          source[row / module * code.width + column / module]
      }
    }
    return try PageImage(grayBytes: target, width: width, height: height, dpi: 300)
  }

  @Test(arguments: ["undeclared-utf8", "declared-utf8", "misdeclared-utf8"])
  func readsVietnameseWhetherDeclaredOrNot(name: String) throws {
    let codes = try CodeReader().codes(in: try page(name, module: 4))
    let code = try #require(codes.first)
    #expect(codes.count == 1)
    #expect(Array(code.reading.text.utf8) == Array(Self.payload.utf8))
    #expect(code.reading.symbology == .qr)
    #expect(code.orientation == 0)
    // 57 modules with a quiet zone of 4 on each side.
    let box = code.reading.box
    #expect(abs(box.x - 116) <= 4 && abs(box.y - 66) <= 4)
    #expect(abs(box.width - 196) <= 6 && abs(box.height - 196) <= 6)
  }

  @Test func readsPDF417() throws {
    let code = try #require(try CodeReader().codes(in: try page("pdf417", module: 3)).first)
    #expect(code.reading.symbology == .pdf417)
    #expect(code.reading.text == "MAU 01-TK 0123456789")
    #expect(try CodeReader(symbologies: .qr).codes(in: try page("pdf417", module: 3)).isEmpty)
  }

  @Test(arguments: 0..<4) func saysHowTheCodeStands(quarterTurns: Int) throws {
    let turned = try page("undeclared-utf8", module: 4).turned(quarterTurns: quarterTurns)
    let code = try #require(try CodeReader().codes(in: turned, effort: .fast).first)
    #expect(code.reading.text == Self.payload)
    #expect(code.quarterTurnsToUpright == (4 - quarterTurns) % 4)
  }

  @Test func looksOnlyInsideTheRegion() throws {
    let image = try page("undeclared-utf8", module: 4)
    let around = PixelBox(x: 90, y: 40, width: 260, height: 260)
    let code = try #require(try CodeReader().codes(in: image, region: around).first)
    #expect(abs(code.reading.box.x - 116) <= 4 && abs(code.reading.box.y - 66) <= 4)
    let beside = PixelBox(x: 0, y: 0, width: 90, height: 300)
    #expect(try CodeReader().codes(in: image, region: beside).isEmpty)
    let outside = PixelBox(x: 5000, y: 0, width: 90, height: 300)
    #expect(try CodeReader().codes(in: image, region: outside).isEmpty)
  }

  @Test func enlargesWhatIsTooSmallAtFirst() throws {
    let large = try page("undeclared-utf8", module: 8)
    let blurred = try large.transformed("blur") { pixBlockconv($0, 5, 5) }
    let small = try blurred.scaled(by: 0.25)
    #expect(try CodeReader().codes(in: small, effort: .fast).isEmpty)
    #expect(try CodeReader().codes(in: small).first?.reading.text == Self.payload)
  }

  @Test func aPageWithoutCodesGivesNone() throws {
    let blank = try PageImage(
      grayBytes: [UInt8](repeating: 255, count: 300 * 200), width: 300, height: 200)
    #expect(try CodeReader().codes(in: blank).isEmpty)
    let tiny = try PageImage(grayBytes: [0, 0, 0, 0], width: 2, height: 2)
    #expect(try CodeReader().codes(in: tiny).isEmpty)
  }
}
