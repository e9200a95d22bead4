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
    ("Số: 1281BHXH-QLT", "1281/BHXH-QLT"),
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
  @Test(arguments: ["Số: G2*/BHXH-QLT", "Số: %/TT-BCT", "Số: 0/2010/TT-BCT"])
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
}
