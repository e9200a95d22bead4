import Documents
import Testing

@testable import Extraction

/// Sources of the wordings: the layouts in `dictionaries/layouts`, which name theirs.
@Suite("Print that needs no second reading")
struct SettledPrintTests {
  private let settled: SettledPrint

  init() throws {
    settled = SettledPrint(try LayoutCatalogue(dictionaries: Dictionaries.directory))
  }

  private static let payload =
    "001090123456|012345678|Nguyễn Văn Đức|15011990|Nam|12 Phố Giả Định, Quận Mẫu, Hà Nội|20042021"

  private func line(_ text: String) -> [TextWord] {
    text.split(separator: " ").enumerated().map { index, word in
      TextWord(
        text: String(word), box: PixelBox(x: 50 * index, y: 0, width: 40, height: 20),
        confidence: 0.9)
    }
  }

  private func code(_ text: String) -> [CodeReading] {
    [
      CodeReading(
        symbology: .qr, text: text, box: PixelBox(x: 0, y: 0, width: 100, height: 100))
    ]
  }

  @Test(
    "Labels and titles are settled, misread ones too",
    arguments: [
      "CĂN CƯỚC CÔNG DÂN", "Quê quán/Place of origin", "Quê quan / Place cf origin:",
      "Nơi thường trú/Place of residence", "QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI",
    ])
  func labels(text: String) {
    let isSettled = settled.isSettled(line(text), codes: [])
    #expect(isSettled)
  }

  @Test(
    "Values are not settled by labels, nor by looking like them",
    arguments: [
      "NGUYỄN VĂN ĐỨC", "Họ và tên: NGUYỄN VĂN ĐỨC", "Quê quán: Hòa Phú, Hòa Vang, Đà Nẵng",
      "GIÁM ĐỐC CÔNG AN TỈNH TRÀ VINH", "15/01/1990", "Nốt ruồi cách 1cm dưới mắt trái",
    ])
  func values(text: String) {
    let isSettled = settled.isSettled(line(text), codes: [])
    #expect(!isSettled)
  }

  @Test(
    "What the QR code says as well is settled",
    arguments: [
      "Số / No.: 001090123456", "NGUYỄN VĂN ĐỨC", "Ngày sinh / Date of birth: 15/01/1990",
      "Phố Giả Định, Quận Mẫu, Hà Nội", "Nơi thường trú / Piace oF residence: Quận Mẫu, Hà Nội",
    ])
  func coded(text: String) {
    let withCode = settled.isSettled(line(text), codes: code(Self.payload))
    let withoutCode = settled.isSettled(line(text), codes: [])
    #expect(withCode)
    #expect(!withoutCode)
  }

  @Test(
    "Print that the QR code does not repeat, or says otherwise, is read again",
    arguments: [
      "Có giá trị đến: 15/01/2030", "Số / No.: 001090123457", "NGUYỄN VĂN ĐỨC QUANG",
      "Xã Tân Thành, Huyện Hữu Lũng, Lạng Sơn",
      // "Định" and "Hà" stand in the code, "Thanh" and "Bình" are like words of labels.
      "Quê quán Thanh Bình, Yên Định, Hà Nam", "Quê quán / Place of origin: Kon Pliông, Hà Nội",
    ])
  func notCoded(text: String) {
    let isSettled = settled.isSettled(line(text), codes: code(Self.payload))
    #expect(!isSettled)
  }
}
