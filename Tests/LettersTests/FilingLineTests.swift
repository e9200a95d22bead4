import Documents
import Testing

@testable import Letters

/// The last item of a list of copies, in which the archive and the department come out badly.
@Suite struct FilingLineTests {
  private let line = FilingLine(symbols: ["GĐ", "TH", "TTKT", "QLT", "KHTC", "VP"])

  @Test(arguments: [
    ("Lưu: VT, QLT", "Lưu: VT, QLT"), ("Lưu: VŨ KHTC", "Lưu: VT, KHTC"),
    ("Lưu: VGĐ", "Lưu: VT, GĐ"), ("Lưu: VŨTH", "Lưu: VT, TH"), ("Lưu: VTTTKT", "Lưu: VT, TTKT"),
    ("“Lưu: VT,QLT", "Lưu: VT, QLT"), ("Lưu: VP, TH", "Lưu: VP, TH"), ("Lưu: VT", "Lưu: VT"),
    ("Lưu hồ sơ", "Lưu hồ sơ"), ("Như trên", "Như trên"),
  ])
  func readsSymbols(read: String, meant: String) {
    let words = line.words(read.split(separator: " ").map(String.init))
    #expect(words.joined(separator: " ") == meant)
  }

  /// Typists write who typed and how many copies there are behind the full stop.
  @Test(arguments: [
    ("- Lưu: VT, TH. TH.7b", "- Lưu: VT, TH."), ("- Lưu: VI TH. TH.7b", "- Lưu: VI TH."),
    ("- Lưu: VTVP vPb", "- Lưu: VTVP"), ("- Lưu: VT, NV NVBb", "- Lưu: VT, NV"),
    ("- Lưu. VT, TH.", "- Lưu. VT, TH."), ("- Lưu: VT, TTKT, KT", "- Lưu: VT, TTKT, KT"),
  ])
  func dropsTypistsMarks(read: String, kept: String) {
    let words = FilingLine.unmarked(SampleLetter.line(read, x: 300, y: 100).words)
    #expect(words.map(\.text).joined(separator: " ") == kept)
  }

  /// A department that there is stands for what is a stroke off; the kind of a document is none.
  @Test func knownDepartmentsVouchForSymbols() throws {
    let lexicon = try SampleLetter.lexicon()
    func repaired(_ filing: String, number: String) -> String {
      SymbolRepair.repaired(
        filing: filing, by: lexicon.departments(in: number), among: lexicon.departments)
    }
    #expect(repaired("Lưu: VT, TTIKT", number: "6170/QĐ-SYT") == "Lưu: VT, TTKT")
    #expect(repaired("Lưu: VT, GĐ", number: "65/QĐ-VPCP") == "Lưu: VT, GĐ")
    #expect(repaired("Lưu: VT, QLI", number: "65/BHXH-QLT") == "Lưu: VT, QLT")
    #expect(repaired("Lưu: VT, XYZ", number: "65/BHXH-QLT") == "Lưu: VT, XYZ")
  }
}
