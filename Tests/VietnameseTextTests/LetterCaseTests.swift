import TestSupport
import Testing
import VietnameseText

@Suite struct LetterCaseTests {
  @Test(arguments: [
    ("đường", LetterCase.small), ("ĐƯỜNG", .capitals), ("Đường", .capitalized), ("Ở", .capitalized),
    ("Đặng Thuỳ Trâm", .capitalized), ("H'Hen Niê", .capitalized), ("đƯỜNG", .mixed),
    ("TpHCM", .mixed), ("BHXH 12", .capitals), ("Y tế", .mixed),
  ])
  func tellsCase(text: String, expected: LetterCase) {
    #expect(text.letterCase == expected)
  }

  @Test func knowsNoCaseWithoutLetters() {
    #expect("12/05".letterCase == nil)
    #expect("".letterCase == nil)
  }

  /// Names of minorities begin anew behind the apostrophe; house numbers do not behind the digit.
  @Test(arguments: [
    ("đặng thuỳ trâm", "Đặng Thuỳ Trâm"), ("ĐẶNG ƯỚC", "Đặng Ước"), ("h'hen niê", "H'Hen Niê"),
    ("K'BRẾU", "K'Brếu"), ("rơ-măm", "Rơ-Măm"), ("12a lê lợi", "12a Lê Lợi"), ("", ""),
    ("nguye\u{302}\u{303}n", "Nguye\u{302}\u{303}n"),
  ])
  func capitalizes(text: String, expected: String) {
    #expect(Array(text.inCase(.capitalized).utf8) == Array(expected.utf8))
  }

  /// No mark is lost on the way to capitals and back, composed or not.
  @Test(arguments: UInt64(0)..<100)
  func keepsMarks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let small = Noise.text(using: &random).foldingConfusables().normalized().lowercased()
    let capitals = small.inCase(.capitals)
    #expect(Array(capitals.inCase(.small).utf8) == Array(small.utf8))
    #expect(Array(capitals.inCase(.capitals).utf8) == Array(capitals.utf8))
    let words = small.inCase(.capitalized)
    #expect(Array(words.inCase(.capitalized).utf8) == Array(words.utf8))
    #expect(Array(words.lowercased().utf8) == Array(small.utf8))
    let apart = small.normalized(to: .decomposed)
    #expect(Array(apart.inCase(.capitals).normalized().utf8) == Array(capitals.utf8))
  }
}
