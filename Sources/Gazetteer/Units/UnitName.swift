internal import VietnameseText

/// A unit's name prepared for comparing.
struct UnitName: Sendable {
  /// The unit word it begins with.
  let word: UnitWord?
  /// The number that is its name, as in `Quận 1`.
  let number: Int?
  /// Its letters without the unit word.
  let letters: FoldedLetters

  init(_ name: String) {
    let (word, bare) = UnitWord.split(name)
    self.word = word
    number = Int(bare)
    letters = FoldedLetters(String(bare).foldingTonePlacement())
  }
}
