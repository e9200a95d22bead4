import Documents
import Testing

@testable import Extraction

/// The household annex becomes a list of objects, over as many pages as it takes.
@Suite struct AnnexTests {
  private let extractor: Extractor
  private static let edges = [150, 230, 620, 900, 1180, 1340, 1780, 2020, 2330]

  init() throws { extractor = try Dictionaries.extractor.get() }

  private static let heading = [
    "Stt", "Họ và tên", "Mã số BHXH", "Ngày, tháng, năm", "Giới", "Nơi cấp giấy khai",
    "Mối quan hệ", "Số CCCD/ĐDCN/",
  ]
  private static let headingBelow = ["", "", "", "sinh", "tính", "sinh", "với chủ hộ", "Hộ chiếu"]

  /// A page with a ruled table, whose rows are 120 pixels high; each cell has up to two lines.
  private func page(
    title: Bool, heading: Bool, rows: [[(String, String)]]
  ) -> PrintedRegion {
    var sheet = PrintedRegion.sheet()
    sheet.letterWidth = 14
    if title {
      sheet.line("PHỤ LỤC THÀNH VIÊN HỘ GIA ĐÌNH", x: 800, y: 200)
      sheet.line("Họ và tên chủ hộ: Nguyễn Văn Đức", x: 150, y: 320)
    }
    var all = rows
    if heading { all.insert(Array(zip(Self.heading, Self.headingBelow)), at: 0) }
    let top = 500
    for (row, cells) in all.enumerated() {
      for (column, cell) in cells.enumerated() {
        let x = Self.edges[column] + 10
        if !cell.0.isEmpty { sheet.line(cell.0, x: x, y: top + 120 * row + 10) }
        if !cell.1.isEmpty { sheet.line(cell.1, x: x, y: top + 120 * row + 64) }
      }
    }
    let width = (Self.edges.last ?? 0) - Self.edges[0]
    for row in 0...all.count {
      sheet.marks.append(
        Mark(
          shape: .rule,
          box: PixelBox(x: Self.edges[0], y: top + 120 * row, width: width, height: 3), ink: 1))
    }
    for edge in Self.edges {
      sheet.marks.append(
        Mark(
          shape: .rule, box: PixelBox(x: edge, y: top, width: 3, height: 120 * all.count), ink: 1))
    }
    return sheet
  }

  private func member(_ number: String, _ name: String, insurance: String) -> [(String, String)] {
    [
      (number, ""), (name, ""), (insurance, ""), ("15/01/1990", ""), ("Nam", ""),
      ("xã Gia Ninh, huyện", "Quảng Ninh"), ("Con", ""), ("", ""),
    ]
  }

  private func value(_ name: String, insurance: String?) -> [String: String?] {
    [
      "fullName": name, "socialInsuranceNumber": insurance, "dateOfBirth": "1990-01-15",
      "sex": "male", "birthPlace": "xã Gia Ninh, huyện Quảng Ninh", "relationship": "Con",
      "idNumber": nil,
    ]
  }

  private static let members = FieldKey(rawValue: "householdMembers")

  /// The dark edges of a photographed page look like rules that are longer than those of the table.
  @Test func takesNoEdgeOfThePageForARuleOfTheTable() {
    var annex = page(
      title: true, heading: true, rows: [member("1", "NGUYỄN VĂN AN", insurance: "0123456789")])
    for x in [0, 2474] {
      annex.marks.append(
        Mark(shape: .rule, box: PixelBox(x: x, y: 0, width: 3, height: 3500), ink: 1))
    }
    let document = extractor.extract(annex.reading, page: 1)
    #expect(
      document.fields[Self.members]?.value
        == .rows([value("NGUYỄN VĂN AN", insurance: "0123456789")]))
  }

  @Test func readsEachRowOfTheTable() {
    let annex = page(
      title: true, heading: true,
      rows: [
        member("1", "NGUYỄN VĂN AN", insurance: "0123456789"),
        member("2", "TRẦN THỊ HOA", insurance: ""),
      ])
    let form = PrintedRegion.declaration888()
    let documents = extractor.extract(all: [(form.reading, 1), (annex.reading, 2)])
    #expect(documents.count == 2 && documents[1] == nil)
    #expect(documents[0]?.layout == "form-602b-888")
    #expect(
      documents[0]?.fields[Self.members]?.value
        == .rows([
          value("NGUYỄN VĂN AN", insurance: "0123456789"),
          value("TRẦN THỊ HOA", insurance: nil),
        ]))
    // The form of the fixture lacks boxes; the table gives no cause for doubt.
    #expect(documents[0]?.findings.allSatisfy { $0.code == .fieldLabelUnseen } == true)
  }

  @Test(arguments: [true, false])
  func goesOnOverAPageBreak(repeatsHeading: Bool) {
    let first = page(
      title: true, heading: true, rows: [member("1", "NGUYỄN VĂN AN", insurance: "")])
    let second = page(
      title: false, heading: repeatsHeading,
      rows: [
        member("2", "TRẦN THỊ HOA", insurance: ""), member("3", "LÊ VĂN BA", insurance: ""),
      ])
    let form = PrintedRegion.declaration888()
    let documents = extractor.extract(all: [
      (form.reading, 1), (first.reading, 2), (second.reading, 3),
    ])
    #expect(documents[1] == nil && documents[2] == nil)
    guard case .rows(let rows) = documents[0]?.fields[Self.members]?.value else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map { $0["fullName"] } == ["NGUYỄN VĂN AN", "TRẦN THỊ HOA", "LÊ VĂN BA"])
  }

  /// Below the heading the columns are numbered; of small numbers not all are read.
  @Test(arguments: [
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"], ["", "", "", "", "", "(6)"],
  ])
  func numbersOfColumnsAreNoMember(numbers: [String]) {
    let numbering = (0..<8).map { ($0 < numbers.count ? numbers[$0] : "", "") }
    let annex = page(
      title: true, heading: true,
      rows: [numbering, member("1", "NGUYỄN VĂN AN", insurance: "0123456789")])
    #expect(
      extractor.extract(all: [(annex.reading, 1)])[0]?.fields[Self.members]?.value
        == .rows([value("NGUYỄN VĂN AN", insurance: "0123456789")]))
  }

  /// Alone in its cell a short word is read with little confidence; the column it stands in speaks
  /// for it.
  @Test func readsShortWordsOfAColumn() throws {
    let names = ["NGUYỄN VĂN AN", "TRẦN THỊ HOA", "LÊ VĂN BA", "ĐỖ THỊ TƯ"]
    var annex = page(
      title: true, heading: true, rows: names.map { member("1", $0, insurance: "") })
    let words = annex.lines.indices.filter { annex.lines[$0].text == "Con" }
    let faint = try #require(words.dropFirst(2).first)
    annex.lines[faint].words[0].text = "Mợ"
    annex.lines[faint].words[0].confidence = 0.65
    guard
      case .rows(let rows) = extractor.extract(all: [(annex.reading, 1)])[0]?.fields[Self.members]?
        .value
    else {
      Issue.record("no rows")
      return
    }
    #expect(rows.map { $0["relationship"] } == ["Con", "Con", "Mợ", "Con"])
  }

  @Test func missesThePageBeforeAnAnnex() {
    let annex = page(
      title: true, heading: true, rows: [member("1", "NGUYỄN VĂN AN", insurance: "")])
    let documents = extractor.extract(all: [(annex.reading, 1)])
    #expect(documents[0]?.kind == .form602b)
    #expect(documents[0]?.findings.map(\.code) == [.formPageMissing])
  }
}
