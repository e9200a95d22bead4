internal import VietnameseText

/// Puts right the symbol in a number by the kind of document that its title names.
enum SymbolRepair {
  /// `number` with `abbreviation` where its first symbol differs from that by marks alone, and
  /// whether that changed it.
  static func repaired(_ number: String, expecting abbreviation: String) -> (String, Bool) {
    guard var parts = SymbolParts(number), let first = parts.symbols.first else {
      return (number, false)
    }
    if parts.symbols.count == 1, first.count > abbreviation.count + 1,
      first.hasPrefix(abbreviation)
    {
      // The hyphen behind the kind was lost.
      parts.symbols = [abbreviation, String(first.dropFirst(abbreviation.count))]
      return (parts.text, true)
    }
    guard first != abbreviation, fold(first) == fold(abbreviation) else { return (number, false) }
    parts.symbols[0] = abbreviation
    return (parts.text, true)
  }

  /// Whether the slash took the beginning of the kind of the document in `number`.
  ///
  /// So it is in `5267/T-VPCP` under CHỈ THỊ, whose `abbreviation` is CT: the digits beside it are none to
  /// trust.
  static func isCut(_ number: String, expecting abbreviation: String) -> Bool {
    guard let first = SymbolParts(number)?.symbols.first(where: { !$0.isEmpty }) else {
      return false
    }
    return first.count < abbreviation.count && abbreviation.hasSuffix(first)
  }

  /// `number` with a hyphen before the one of `departments` that ends its symbol without any; nil
  /// where none does.
  static func parted(_ number: String, before departments: [String]) -> String? {
    guard let symbols = SymbolParts(number)?.symbols, symbols.count == 1,
      let symbol = symbols.first,
      let department = departments.first(where: {
        $0.count > 1 && symbol.count > $0.count + 1 && symbol.hasSuffix($0)
          && $0.allSatisfy(\.isUppercase)
      })
    else { return nil }
    return number.dropLast(department.count) + "-" + department
  }

  /// `number` with the marks in its symbol that `initials` of the office or symbols of departments have
  /// where both are the same letters: CDVC is the Công đoàn viên chức.
  static func marked(_ number: String, like initials: [String]) -> String {
    guard var parts = SymbolParts(number) else { return number }
    parts.symbols = parts.symbols.map { symbol in
      let same = initials.filter { $0.count > 1 && fold($0) == fold(symbol) }
      return same.count == 1 && same[0].count(where: { $0 == "Đ" }) > symbol.count { $0 == "Đ" }
        ? same[0] : symbol
    }
    return parts.text
  }

  /// `number` with the department at the end of its symbol put right.
  ///
  /// It is the one that it is `filedBy` where it all but says that, or else by a stroke one of `known`; nil
  /// where it says none, or may say two. Symbols in `others` are right as they are.
  static func repaired(
    _ number: String, filedBy departments: [String], among known: Set<String>, others: Set<String>
  ) -> String? {
    guard var parts = SymbolParts(number), parts.symbols.count > 1,
      let part = parts.symbols.popLast(),
      part.count > 1, !others.contains(part), part.allSatisfy(\.isUppercase)
    else { return nil }
    let filed = departments.filter { $0 != "VT" && known.contains($0) }
    let near = filed.filter { symbol in
      // The end of the symbol was cut off, or hidden.
      symbol.count > part.count && symbol.hasPrefix(part) || isNear(part, symbol)
    }
    let meant = near.isEmpty ? known.filter { $0.count > 2 && isStruck(part, $0) } : Set(near)
    guard meant.count == 1, let symbol = meant.first else { return nil }
    parts.symbols.append(symbol)
    return parts.text
  }

  /// Whether `plain` all but says `symbol`.
  private static func isNear(_ plain: String, _ symbol: String) -> Bool {
    isLonger(plain, symbol) || isStruck(plain, symbol)
      || plain.count == symbol.count && SymbolParts.isReading(plain, of: symbol)
  }

  /// `filing`, `Lưu: VT, QLI`, with what all but says one of `symbols`, or else by a stroke one of the
  /// `departments` that there are, put right.
  static func repaired(
    filing: String, by symbols: [String], among departments: Set<String> = []
  ) -> String {
    let words = filing.split(separator: " ").map(String.init).map { word in
      let plain = PhraseSearch.trimmed(word)
      guard plain != "VT", !plain.isEmpty, plain.allSatisfy(\.isUppercase),
        !symbols.contains(plain), !departments.contains(plain)
      else { return word }
      let near = symbols.filter { symbol in
        // Of the department in the number a part may be left.
        let isPart = symbol.count > plain.count + 1 && symbol.contains(plain)
        return symbol.count > 1 && symbol != "VT"
          && (isPart || plain.count > 1 && isNear(plain, symbol))
      }
      let others = departments.filter {
        plain.count > 1 && $0.count > 2 && (isLonger(plain, $0) || isStruck(plain, $0))
      }
      let meant = near.isEmpty ? Array(others) : near
      return meant.count == 1 ? word.replacing(plain, with: meant[0]) : word
    }
    return words.joined(separator: " ")
  }

  /// Whether a speck behind the last letter of `symbol` was read as a stroke.
  private static func isLonger(_ plain: String, _ symbol: String) -> Bool {
    plain.last == "I" && plain.dropLast() == symbol
  }

  /// Whether `plain` is `symbol` with a stroke more or less: TTIKT and TIKT for TTKT, OIT for QLT.
  private static func isStruck(_ plain: String, _ symbol: String) -> Bool {
    guard symbol.count > 2 else { return false }
    if plain.count == symbol.count + 1 {
      return plain.indices.contains {
        plain[$0] == "I" && plain[..<$0] + plain[$0...].dropFirst() == symbol
      }
    }
    guard plain.count == symbol.count else { return false }
    let others = zip(plain, symbol).filter { $0 != $1 }
    return (1...2).contains(others.count)
      && others.allSatisfy { $0 == "I" && "TL".contains($1) || $0 == "O" && $1 == "Q" }
  }

  private static func fold(_ text: String) -> String {
    text.strippingMarks().lowercased()
  }
}
