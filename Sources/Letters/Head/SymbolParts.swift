import VietnameseText

/// The number of a letter, parted behind its last slash: `15/QĐ-SNV` into `15/`, `QĐ` and `SNV`.
struct SymbolParts {
  /// What stands up to the slash, and the slash.
  let head: Substring
  /// What stands behind it between hyphens; empty where two of these meet.
  var symbols: [String]

  /// Parts `number`; nil where it has no slash.
  init?(_ number: String) {
    guard let slash = number.lastIndex(of: "/") else { return nil }
    head = number[...slash]
    symbols = number[slash...].dropFirst().split(separator: "-", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The number with its symbols as they are now.
  var text: String { head + symbols.joined(separator: "-") }

  /// How far a symbol may be misread: I for T.
  private static let tolerance = 0.5

  /// Whether `read` all but says `symbol`.
  static func isReading(_ read: String, of symbol: String) -> Bool {
    ReadingDistance.between(FoldedLetters(read), FoldedLetters(symbol), limit: tolerance)
      <= tolerance
  }
}
