import Documents
import Foundation
import TestSupport
import Testing

@testable import Extraction

/// Layouts are data: what is added there is recognised and read without new code.
@Suite struct LayoutTests {
  @Test func everyKindHasALayout() throws {
    let catalogue = try LayoutCatalogue(dictionaries: Dictionaries.directory)
    let known = Set(catalogue.layouts.map { "\($0.kind.rawValue) \($0.side?.rawValue ?? "")" })
    for kind in DocumentKind.allCases where kind.isCard {
      #expect(known.contains("\(kind.rawValue) front"))
      #expect(known.contains("\(kind.rawValue) back"))
    }
    #expect(known.contains("form-01 "))
    #expect(known.contains("official-letter "))
    let versions = Set(catalogue.layouts.compactMap(\.version))
    #expect(versions == ["595", "888", "505", "490"])
    #expect(catalogue.layouts.allSatisfy { !$0.source.isEmpty })
  }

  @Test func aNewVersionNeedsOnlyALayout() throws {
    let json = """
      {"schema": "hoso.layout/1", "id": "form-602b-999", "kind": "form-602b", "version": "999",
       "decisions": ["999/QĐ-BHXH"], "source": "made up for this test", "shape": "sheet",
       "anchors": [{"text": ["THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ"],
                    "weight": 2.5, "line": true}],
       "fields": [
         {"key": "formVersion", "locate": "version", "labels": ["Ban hành kèm theo QĐ số"]},
         {"key": "phone", "number": "01", "labels": ["Số máy cầm tay"], "parser": "phone"},
         {"key": "fullName", "number": "02", "labels": ["Tên gọi đầy đủ"], "parser": "name"}]}
      """
    var layouts = try LayoutCatalogue(dictionaries: Dictionaries.directory).layouts
    layouts.append(try JSONDecoder().decode(Layout.self, from: Data(json.utf8)))
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu TK1-TS", x: 1800, y: 100)
    sheet.line("(Ban hành kèm theo QĐ số: 999/QĐ-BHXH ngày 1/1/2027)", x: 1200, y: 160)
    sheet.line(
      "THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ", x: 500, y: 400)
    sheet.line("[01] Số máy cầm tay: 0912345678", x: 250, y: 600)
    sheet.line("[02] Tên gọi đẩy đủ: NGUYỄN VĂN ĐỨC", x: 250, y: 680)
    let document = Extractor(catalogue: LayoutCatalogue(layouts: layouts))
      .extract(sheet.reading, page: 1)
    #expect(document.layout == "form-602b-999")
    #expect(document.fields[.formVersion]?.value == .text("999"))
    #expect(document.fields[.phone]?.value == .text("0912345678"))
    #expect(document.fields[.fullName]?.value == .text("NGUYỄN VĂN ĐỨC"))
  }

  @Test func refusesAFolderWithoutLayouts() {
    #expect(throws: LayoutError.noLayouts(directory: "/nowhere/layouts")) {
      try LayoutCatalogue(dictionaries: "/nowhere")
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func extractsAnythingWithoutATrap(seed: UInt64) throws {
    let extractor = try Dictionaries.extractor.get()
    var random = SplitMix64(seed: seed)
    var region = seed % 2 == 0 ? PrintedRegion.card() : PrintedRegion.sheet()
    let known = [
      "CĂN CƯỚC CÔNG DÂN", "Số / No.:", "Họ và tên / Full name:", "[09.1] Xã", "Kính gửi:",
      "Mẫu TK1-TS", "Mã số BHXH", "IDVNM0901234562001090123456<<3",
    ]
    for _ in 0..<random.below(25) {
      let text =
        random.below(2) == 0
        ? random.text(length: random.below(40)) : known[random.below(known.count)]
      region.line(text, x: random.below(2000) - 200, y: random.below(3000) - 100)
    }
    region.qr(random.text(length: 60))
    let document = extractor.extract(region.reading, page: 1)
    #expect((0...1).contains(document.kindConfidence))
  }
}
