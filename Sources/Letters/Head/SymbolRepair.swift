internal import VietnameseText

/// Puts right the symbol in a number by the kind of document that its title names.
enum SymbolRepair {
  /// `number` with `abbreviation` where its first symbol differs from that by marks alone, and
  /// whether that changed it.
  static func repaired(_ number: String, expecting abbreviation: String) -> (String, Bool) {
    var parts = number.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, let last = parts.last else { return (number, false) }
    var symbols = last.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = symbols.first, first != abbreviation, fold(first) == fold(abbreviation) else {
      return (number, false)
    }
    symbols[0] = abbreviation
    parts[parts.count - 1] = symbols.joined(separator: "-")
    return (parts.joined(separator: "/"), true)
  }

  private static func fold(_ text: String) -> String {
    text.strippingMarks().lowercased()
  }
}
