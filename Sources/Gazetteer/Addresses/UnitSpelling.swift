internal import VietnameseText

/// How a printed word of a unit name stands to the catalogue's.
enum UnitSpelling {
  /// Whether both are right: they differ in case, tone placement, i for y, signs, or in the ways
  /// Đắk is written.
  static func areEquivalent(_ printed: some StringProtocol, _ catalogue: some StringProtocol)
    -> Bool
  {
    key(String(printed)) == key(String(catalogue))
  }

  /// The same for names that are compared with thousands: a look at the first letter spares most of
  /// the work.
  static func isSame(_ printed: String, _ catalogue: String) -> Bool {
    guard let first = printed.unicodeScalars.first.flatMap(Letter.init),
      let other = catalogue.unicodeScalars.first.flatMap(Letter.init), first.base == other.base
    else { return false }
    return areEquivalent(printed, catalogue)
  }

  /// The catalogue's word in the letter case of the printed one, its tone mark where print has it.
  static func word(_ catalogue: String, inTheStyleOf printed: some StringProtocol) -> String {
    let letters = printed.filter(\.isLetter)
    let isCapital = letters.count > 1 && !letters.contains(where: \.isLowercase)
    let isSmall = !letters.isEmpty && !letters.contains(where: \.isUppercase)
    let cased =
      isCapital ? catalogue.uppercased() : isSmall ? catalogue.lowercased() : catalogue
    let other = cased.foldingTonePlacement()
    let reading = FoldedLetters(printed)
    return ReadingDistance.between(reading, FoldedLetters(other))
      < ReadingDistance.between(reading, FoldedLetters(cased)) ? other : cased
  }

  /// Whether a name holds the sign that parts the syllables of highland languages.
  static func hasApostrophe(_ name: some StringProtocol) -> Bool {
    name.contains { "'’‘`".contains($0) }
  }

  private static func key(_ word: String) -> String {
    let folded = word.foldedForComparison().filter { $0.isLetter || $0.isNumber }
    switch folded {
    case "đăk", "đắk", "đắc", "đăc": return "đắk"
    default: break
    }
    if let number = Int(folded) { return String(number) }
    // Lí and Lý, Mĩ and Mỹ are one name written in two ways.
    guard let last = folded.last, let index = "yỳỷỹýỵ".firstIndex(of: last),
      folded.dropLast().last.map({ !"uaâ".contains($0) }) ?? false
    else { return folded }
    let offset = "yỳỷỹýỵ".distance(from: "yỳỷỹýỵ".startIndex, to: index)
    let dotted = Array("iìỉĩíị")
    return folded.dropLast() + String(dotted[offset])
  }
}
