internal import VietnameseText

/// Puts right the symbol in a number by the kind of document that its title names.
enum SymbolRepair {
  /// `number` with `abbreviation` where its first symbol differs from that by marks alone, and
  /// whether that changed it.
  static func repaired(_ number: String, expecting abbreviation: String) -> (String, Bool) {
    var parts = number.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, let last = parts.last else { return (number, false) }
    var symbols = last.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    if symbols.count == 1, let first = symbols.first, first.count > abbreviation.count + 1,
      first.hasPrefix(abbreviation)
    {
      // The hyphen behind the kind was lost.
      symbols = [abbreviation, String(first.dropFirst(abbreviation.count))]
      parts[parts.count - 1] = symbols.joined(separator: "-")
      return (parts.joined(separator: "/"), true)
    }
    guard let first = symbols.first, first != abbreviation, fold(first) == fold(abbreviation) else {
      return (number, false)
    }
    symbols[0] = abbreviation
    parts[parts.count - 1] = symbols.joined(separator: "-")
    return (parts.joined(separator: "/"), true)
  }

  /// `number` with a hyphen before the one of `departments` that ends its symbol without any; nil
  /// where none does.
  static func parted(_ number: String, before departments: [String]) -> String? {
    guard let slash = number.lastIndex(of: "/") else { return nil }
    let symbol = number[slash...].dropFirst()
    guard !symbol.contains("-"),
      let department = departments.first(where: {
        $0.count > 1 && symbol.count > $0.count + 1 && symbol.hasSuffix($0)
          && $0.allSatisfy(\.isUppercase)
      })
    else { return nil }
    return number.dropLast(department.count) + "-" + department
  }

  private static func fold(_ text: String) -> String {
    text.strippingMarks().lowercased()
  }
}
