/// A written word and what was seen of it.
struct WordPair: Hashable, Sendable {
  var truth: [UInt16]
  var seen: [UInt16]

  /// By the written word, then by what was seen.
  static func isBefore(_ first: WordPair, _ second: WordPair) -> Bool {
    if first.truth != second.truth { return first.truth.lexicographicallyPrecedes(second.truth) }
    return first.seen.lexicographicallyPrecedes(second.seen)
  }
}
