/// Tells commas that were read as full stops.
package enum MisreadStop {
  /// Whether the stop behind `word` was printed as a comma, as `next`, which begins small, goes on
  /// with the sentence.
  ///
  /// Words of fewer than `leastLetters` letters may be abbreviations, which keep their stop.
  package static func ends(
    _ word: some StringProtocol, before next: some StringProtocol, leastLetters: Int
  ) -> Bool {
    isStopped(word, leastLetters: leastLetters) && next.first?.isLowercase == true
  }

  /// Whether a stop stands behind `word`, which is no abbreviation: it has `leastLetters` letters or more.
  package static func isStopped(_ word: some StringProtocol, leastLetters: Int) -> Bool {
    word.hasSuffix(".") && word.dropLast().allSatisfy(\.isLetter) && word.count > leastLetters
  }
}
