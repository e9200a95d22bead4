import Gazetteer
import VietnameseText

/// Compares two ways to print the same words.
enum PrintComparison {
  /// Words that say what sort of unit a name is, and their abbreviations: one print has them, the
  /// other leaves them out.
  private static let unitWords = UnitOpenings.syllables.union(UnitOpenings.abbreviations)

  /// A word in the form in which it is compared: small letters, folded tone, no punctuation.
  static func key(_ word: some StringProtocol) -> String {
    String(word).lowercased().foldingTonePlacement()
      .filter { $0.isLetter || $0.isNumber }
  }

  /// Whether two texts differ only in punctuation, spacing, case, abbreviation or tone placement.
  static func agree(_ first: String, _ second: String) -> Bool {
    let left = keys(first)
    let right = keys(second)
    if left.joined() == right.joined() { return true }
    return left.filter { !unitWords.contains($0) }.joined()
      == right.filter { !unitWords.contains($0) }.joined()
      && !left.allSatisfy(unitWords.contains)
  }

  /// Whether a word says no more than what sort of unit follows.
  static func isUnitWord(_ word: some StringProtocol) -> Bool { unitWords.contains(key(word)) }

  /// The compared words of a text; what a stop or comma parts is two words.
  static func keys(_ text: String) -> [String] {
    text.split { $0.isWhitespace || ".,;:-–/".contains($0) }.map(key).filter { !$0.isEmpty }
  }
}
