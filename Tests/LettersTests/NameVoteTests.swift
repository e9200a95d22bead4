import Documents
import Testing

@testable import Letters

/// How the name of who signed comes out of readings that seals and pens spoiled.
@Suite struct NameVoteTests {
  private let lexicon: LetterLexicon

  init() throws { lexicon = try SampleLetter.lexicon() }

  private typealias Word = (text: String, x: Int, width: Int, confidence: Double)

  private func words(_ words: [Word]) -> [TextWord] {
    words.map {
      TextWord(
        text: $0.text, box: PixelBox(x: $0.x, y: 900, width: $0.width, height: 36),
        confidence: $0.confidence)
    }
  }

  private func name(_ readings: [Word]...) -> String? {
    let readings = readings.map(words)
    let part = Passage(page: 1, words: readings[0], alternatives: Array(readings.dropFirst()))
    return NameVote(part, lexicon: lexicon)?.name.text
  }

  /// An initial that a stroke parted from its syllable.
  @Test func aPartedSyllableIsJoined() {
    #expect(
      name([
        ("Ng", 842, 39, 0.91), ("uyễn", 885, 67, 0.9), ("Thị", 966, 50, 0.97),
        ("Thơm", 1023, 83, 0.96),
      ]) == "Nguyễn Thị Thơm")
  }

  /// A name in which another reading has a word more is not whole.
  @Test func aWordLeftOutIsMissed() {
    let read = name(
      [("Phan", 1550, 109, 0.96), ("Ngọc", 1681, 113, 0.96), ("Mai", 1924, 80, 0.96)],
      [
        ("Phan", 1550, 108, 0.97), ("Ngọc", 1682, 115, 0.91), ("Thu", 1820, 72, 0.68),
        ("Mai", 1924, 79, 0.75),
      ])
    #expect(read == "Phan Ngọc Thu Mai")
  }

  /// The end of a word that was read a second time is no word.
  @Test func aWordsEndIsNoWord() {
    #expect(
      name([
        ("Huỳnh", 798, 90, 0.96), ("Văn", 904, 46, 0.96), ("ăn", 918, 32, 0.3),
        ("Tuấn", 958, 67, 0.96),
      ]) == "Huỳnh Văn Tuấn")
  }

  /// Of a word that each reading has in another way all say together what it is.
  @Test func readingsOfAWordSayTogetherWhatItIs() {
    let ends: [Word] = [("Minh", 1733, 120, 0.96), ("Thuỷ", 1880, 180, 0.96)]
    let middles: [Word] = [
      ("T", 1640, 60, 0.93), ("hị", 1645, 60, 0.34), ("Phị", 1640, 64, 0.87),
      ("T", 1640, 60, 0.93),
    ]
    let readings = middles.map { words([("Phạm", 1493, 120, 0.95), $0] + ends) }
    let part = Passage(page: 1, words: readings[0], alternatives: Array(readings.dropFirst()))
    #expect(NameVote(part, lexicon: lexicon)?.name.text == "Phạm Thị Minh Thuỷ")
  }

  /// A surname under a seal is the one that there is between the degree and the name.
  @Test func aHiddenSurnameIsFound() {
    #expect(
      name(
        [("BS.", 841, 48, 0.94), ("Thị", 944, 42, 0.94), ("Trang", 998, 81, 0.93)],
        [
          ("BS.", 841, 48, 0.7), ("lễ", 903, 28, 0.17), ("Thị", 944, 42, 0.65),
          ("Trang", 998, 86, 0.85),
        ]) == "BS. Lê Thị Trang")
  }

  /// A rare name that was read surely stays.
  @Test func aRareNameStays() {
    #expect(
      name([("Vừ", 1567, 50, 0.92), ("A", 1640, 24, 0.92), ("Dính", 1680, 110, 0.89)])
        == "Vừ A Dính")
  }

  /// A name of which a word was not read is left to a person.
  @Test func aWordThatWasNotReadLeavesNoName() {
    #expect(
      name([("Bùi", 1469, 80, 0.96), ("Tx", 1560, 90, 0), ("Hạnh", 1680, 130, 0.85)]) == nil)
    #expect(
      name([("Ngdm", 1600, 120, 0.4), ("Hữu", 1751, 78, 0.96), ("Lượng", 1861, 144, 0.96)]) == nil)
  }
}
