internal import VietnameseText

/// Puts small initials where an engine took them for capitals of the same shape: `cơ Sở`.
struct SmallInitials: Sendable {
  let model: LanguageModel

  /// The natural logarithm of the odds from which on a small letter is put for a capital.
  private static let least = 2.5
  /// The letters whose capitals have the shape of their small ones.
  private static let alike = Set<Character>("cosvxz")

  /// `words` of one paragraph with small initials where the language all but demands them, those that
  /// begin with so many `capitals`.
  func settled(_ words: [String], capitals: ClosedRange<Int> = 1...2) -> [String] {
    var result = words
    for index in words.indices.dropFirst() {
      let (word, last) = (words[index], result[index - 1])
      let plain = String(word.prefix { $0.isLetter })
      guard plain.count > 1, word.dropFirst(plain.count).allSatisfy({ ",.;:".contains($0) }),
        Self.isAlike(plain, capitals: capitals), last.allSatisfy(\.isLowercase)
      else { continue }
      let next = index + 1 < words.count && plain == word ? words[index + 1] : nil
      let odds = model.smallInitialOdds(of: plain, behind: last, before: next)
      if odds > Self.least { result[index] = word.lowercased() }
    }
    return result
  }

  /// Whether `word` has so many capitals of the shape of small letters, and small ones behind them.
  private static func isAlike(_ word: String, capitals counts: ClosedRange<Int>) -> Bool {
    let capitals = word.prefix(while: \.isUppercase)
    guard counts.contains(capitals.count), capitals.count < word.count else { return false }
    return word.dropFirst(capitals.count).allSatisfy(\.isLowercase)
      && String(capitals).strippingMarks().lowercased().allSatisfy(alike.contains)
  }
}
