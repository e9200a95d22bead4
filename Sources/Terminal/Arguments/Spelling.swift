/// Finds what a mistyped word may have meant.
enum Spelling {
  /// The word of `known` nearest to `word`; nil when none is near.
  static func nearest(to word: String, among known: [String]) -> String? {
    let scored = known.map { (word: $0, slips: slips(from: $0, to: word)) }
    guard let best = scored.min(by: { $0.slips < $1.slips }) else { return nil }
    return best.slips <= max(1, word.count / 3) ? best.word : nil
  }

  /// How many letters were added, dropped, mistaken or put elsewhere.
  private static func slips(from meant: String, to typed: String) -> Int {
    let changes = typed.difference(from: meant)
    return max(changes.insertions.count, changes.removals.count)
  }
}
