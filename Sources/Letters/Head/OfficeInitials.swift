internal import VietnameseText

/// The initials that an office goes by in the symbols of its letters: SYT is the Sở Y tế.
struct OfficeInitials {
  /// The initials of the names that the office's begins with.
  let known: Set<String>

  /// The initials of the office that `words` name, by the names in `terms`.
  init(of words: [String], terms: TermList) {
    known = Set(terms.openings(of: words).map(Self.initials)).filter { $0.count > 1 }
  }

  /// Of each of `words` the first letter, without marks but for Đ; words that join others have none.
  private static func initials(of words: [String]) -> String {
    let letters = words.filter { $0.lowercased() != "và" }.compactMap { $0.first { $0.isLetter } }
    return letters.map { plain($0.uppercased()) }.joined()
  }

  /// `letters` without marks but for Đ.
  private static func plain(_ letters: String) -> String {
    letters.map { $0 == "Đ" ? "Đ" : String($0).strippingMarks() }.joined()
  }

  /// Whether the symbol of `number` breaks off within the initials of the office: 6953/SY.
  ///
  /// Symbols in `others` are whole.
  func isBrokenOff(_ number: String, others: Set<String>) -> Bool {
    guard let last = SymbolParts(number)?.symbols.last, !known.contains(last),
      !others.contains(last)
    else { return false }
    return !last.isEmpty && known.contains { $0.hasPrefix(last) }
  }

  /// `number` with a part of its symbol that all but says the initials of the office put right.
  ///
  /// Nil where none does, or where it may say two; symbols in `others` are right as they are.
  func repaired(_ number: String, others: Set<String>) -> String? {
    guard var parts = SymbolParts(number) else { return nil }
    var isChanged = false
    parts.symbols = parts.symbols.map { part in
      guard part.count > 2, !known.contains(Self.plain(part)), !others.contains(part),
        part.allSatisfy({ $0.isUppercase || $0.isNumber })
      else { return part }
      let near = known.filter { $0.count > 2 && SymbolParts.isReading(part, of: $0) }
      guard near.count == 1, let meant = near.first else { return part }
      isChanged = true
      return meant
    }
    return isChanged ? parts.text : nil
  }
}
