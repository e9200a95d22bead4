import Documents
import Testing

@testable import Letters

@Suite struct LetterNumberTests {
  private func reading(_ text: String) -> LetterNumber.Reading? {
    LetterNumber(SampleLetter.passage(text))?.reading
  }

  @Test(arguments: [
    ("Số: 1281/BHXH-QLT", "1281/BHXH-QLT"), ("Số:1281/BHXH-QLT", "1281/BHXH-QLT"),
    ("Số 15/QĐ-BNV", "15/QĐ-BNV"), ("Số: 02 /2010/TT-BCT", "02/2010/TT-BCT"),
    ("Số: 15 / QĐ - BNV", "15/QĐ-BNV"), ("Sỏ: O5/BNV-VP", "05/BNV-VP"),
    ("Số: 73/BC–BHXH.", "73/BC-BHXH"), ("Số: 12a/TB-UBND", "12a/TB-UBND"),
    ("S6:1281/BHXH-QLT", "1281/BHXH-QLT"), ("15/QĐ-BNV", "15/QĐ-BNV"),
    ("Số: 1281BHXH-QLT", "1281/BHXH-QLT"), ("Số: 0ó/BHXH-QLT", "06/BHXH-QLT"),
    ("Số:6953/SY T-TCCB", "6953/SYT-TCCB"), ("Số: 15/QĐ-BNV TP-HCM", "15/QĐ-BNV"),
  ])
  func readsWhatIsPrinted(line: String, number: String) {
    #expect(reading(line) == .value(number))
  }

  /// A draft without a number has none, whatever its symbol says.
  @Test(arguments: ["Số: /BHXH-QLT", "Số:...../BHXH-BPT", "Số:", "/TTr-BHXH", "Số: ….. /QĐ-UBND"])
  func leavesBlanksBlank(line: String) {
    #expect(reading(line) == .blank)
  }

  /// Strokes of a pen that are no digits are not guessed at.
  @Test(arguments: ["Số: G2*/BHXH-QLT", "Số: %/TT-BCT", "Số: 0/2010/TT-BCT", "Số: 6u6PA-VPCP"])
  func doesNotGuess(line: String) {
    #expect(reading(line) == .unreadable)
  }

  @Test(arguments: ["Sở Nội vụ", "V/v đăng ký", "Kính gửi: Sở Y tế", ""])
  func isNoNumber(line: String) {
    #expect(reading(line) == nil)
  }

  @Test func endsBeforeThePlace() throws {
    let number = try #require(
      LetterNumber(SampleLetter.passage("Số: 12/BHXH-QLT Khánh Hòa, ngày 29 tháng 07 năm 2021")))
    #expect(number.reading == .value("12/BHXH-QLT"))
    #expect(number.wordCount == 2)
  }

  @Test func symbolFollowsTheTitle() {
    #expect(SymbolRepair.repaired("15/QD-BNV", expecting: "QĐ") == ("15/QĐ-BNV", true))
    #expect(SymbolRepair.repaired("15/BHXH-QĐ", expecting: "QĐ") == ("15/BHXH-QĐ", false))
    #expect(SymbolRepair.repaired("15/QĐBNV", expecting: "QĐ") == ("15/QĐ-BNV", true))
  }

  /// The department that files a letter ends its symbol, behind a hyphen.
  @Test func symbolEndsWithTheDepartment() {
    #expect(SymbolRepair.parted("904/CTTH", before: ["Lưu", "VT", "TH"]) == "904/CT-TH")
    #expect(SymbolRepair.parted("904/CT-TH", before: ["Lưu", "VT", "TH"]) == nil)
    #expect(SymbolRepair.parted("904/QLT", before: ["Lưu", "VT", "QLT"]) == nil)
  }

  /// What took the first letter of the kind of the document lies over the digits as well.
  @Test func aKindThatTheSlashTookIsNoNumber() {
    #expect(SymbolRepair.isCut("5267/T-VPCP", expecting: "CT"))
    #expect(!SymbolRepair.isCut("3267/CT-VPCP", expecting: "CT"))
    #expect(!SymbolRepair.isCut("3267/VPCP-TH", expecting: "CT"))
  }

  private func vote(_ line: String, others: [String]) -> NumberVote? {
    var passage = SampleLetter.passage(line)
    passage.alternatives = others.map { SampleLetter.passage($0).words }
    return LetterNumber(passage).map { NumberVote($0.reading, in: passage) }
  }

  /// Digits that no two readings agree on are those of a hand, and are not guessed at.
  @Test func disputedDigitsAreNoNumber() {
    let same = vote("Số: 385/SNV-VP", others: ["Số: 385/SNV-VP", "Số: 385/SNVVP"])
    #expect(same?.reading == .value("385/SNV-VP"))
    #expect(same?.isCertain == false)
    let most = vote("Số: 885/SNV-VP", others: ["Số: 385/SNV-VP", "Số: 385/SNV-VP"])
    #expect(most?.reading == .value("385/SNV-VP"))
    let none = vote("Số: 355/SNV-VP", others: ["Số: 55/SNV-VP", "Số: 35/SNV-VP"])
    #expect(none?.reading == .unreadable)
  }

  /// The words of a line by what was read, how surely, and how high it stands.
  private func line(_ words: [(text: String, confidence: Double, height: Int)]) -> [TextWord] {
    var left = 0
    return words.map { word in
      let width = word.text.count * 20
      defer { left += width + 20 }
      return TextWord(
        text: word.text, box: PixelBox(x: left, y: 100, width: width, height: word.height),
        confidence: word.confidence)
    }
  }

  /// A hand's digits may come out alike each time: what no reading is sure of, or what stands out above
  /// the print, is not guessed at either.
  @Test func aHandsDigitsAreNoNumber() {
    func reading(_ lines: [[TextWord]]) -> LetterNumber.Reading? {
      let passage = Passage(page: 1, words: lines[0], alternatives: Array(lines.dropFirst()))
      return LetterNumber(passage).map { NumberVote($0.reading, in: passage).reading }
    }
    let doubtful = [0.61, 0.36, 0.42].map {
      line([("Số:22", $0, 50), ("/UBND-VP", 0.81, 45)])
    }
    #expect(reading(doubtful) == .unreadable)
    let high = [0.86, 0.9, 0.8].map {
      line([("Số:", 0.95, 42), ("94", $0, 57), ("/HD-VPCP", 0.7, 37)])
    }
    #expect(reading(high) == .unreadable)
    // The engine parts a word and gives its parts the confidence of the whole.
    let printed = [0.47, 0.5, 0.47].map {
      line([("Số:", 0.9, 44), ("99", $0, 39), ("/CT-VP", $0, 43)])
    }
    #expect(reading(printed) == .value("99/CT-VP"))
  }

  /// The last digit lies over the slash: what no reading can tell is no number.
  @Test func strokesOverTheSlashAreNoNumber() {
    let lines = [0.11, 0.18, 0.14].map {
      line([("Số:", 0.96, 44), ("8", 0.46, 60), ("79SNV-CNTT", $0, 60)])
    }
    let passage = Passage(page: 1, words: lines[0], alternatives: Array(lines.dropFirst()))
    let number = LetterNumber(passage).map { NumberVote($0.reading, in: passage) }
    #expect(number?.reading == .unreadable)
  }

  /// The office's initials tell which marks a symbol lost.
  @Test func theOfficeVouchesForMarks() {
    #expect(SymbolRepair.marked("7384/BC-CDVC", like: ["CĐVC"]) == "7384/BC-CĐVC")
    #expect(SymbolRepair.marked("7384/BC-CNVC", like: ["CĐVC"]) == "7384/BC-CNVC")
    #expect(SymbolRepair.marked("15/QĐ-SNV", like: ["SNV"]) == "15/QĐ-SNV")
  }

  /// The department in a number is the one that files the letter, or by a stroke one that there is.
  @Test(arguments: [
    ("469/BHXH-QIT", ["Lưu", "VT", "QLT"], "469/BHXH-QLT"), ("469/BHXH-QIT", [], "469/BHXH-QLT"),
    ("469/BHXH-QL", ["Lưu", "VT", "QLT"], "469/BHXH-QLT"),
    ("469/BHXH-CD", ["Lưu", "VT", "CĐ"], "469/BHXH-CĐ"),
    ("15/QĐ-SNV", ["Lưu", "VT", "NV"], nil), ("469/BHXH-TH", ["Lưu", "VT", "TCCB"], nil),
    ("469/BHXH-PCTT", ["Lưu", "VT"], nil), ("469/BHXH", ["Lưu", "VT", "QLT"], nil),
  ])
  func theFilingSymbolVouchesForTheNumber(read: String, filed: [String], meant: String?) {
    let known: Set = ["QLT", "CĐ", "TH", "TCCB", "NV"]
    #expect(
      SymbolRepair.repaired(
        read, filedBy: filed, among: known, others: known.union(["SNV", "BHXH"])) == meant)
  }

  /// The department that files a letter is the one in its number.
  @Test(arguments: [
    ("Lưu: VT, QLI", "Lưu: VT, QLT"), ("Lưu: VT, QLTI", "Lưu: VT, QLT"),
    ("Lưu: VT, CĐ", "Lưu: VT, CĐ"), ("Lưu: VT, QLT", "Lưu: VT, QLT"),
    ("Lưu: VT, OIT", "Lưu: VT, QLT"), ("Lưu: VT, Q", "Lưu: VT, QLT"),
  ])
  func theNumberVouchesForTheFilingSymbol(read: String, meant: String) {
    #expect(SymbolRepair.repaired(filing: read, by: ["BHXH", "QLT"]) == meant)
    #expect(SymbolRepair.repaired(filing: "Lưu: VT, TTIKT", by: ["TTKT"]) == "Lưu: VT, TTKT")
  }
}
