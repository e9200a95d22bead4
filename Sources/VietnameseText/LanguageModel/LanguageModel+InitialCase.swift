internal import Glibc

/// How likely a word must be behind the one before it for both to belong together.
private let leastFollowing: Float = 0.05

extension LanguageModel {
  /// How much likelier `word` is in small letters than as it stands, with a capital, between its
  /// neighbours: the natural logarithm of the odds, above 0 for small letters.
  ///
  /// Words of other letters than those of the vocabulary say nothing, nor does a small one that hardly
  /// ever follows `last`: 0.
  package func smallInitialOdds(
    of word: String, behind last: String, before next: String?
  ) -> Double {
    func id(_ word: String) -> UInt16? { self.id(of: WordForm.of(word.normalized().utf8)) }
    guard let small = id(word.lowercased()), let last = id(last) else { return 0 }
    let state = self.next(last, after: .start).state
    guard self.next(small, after: state).probability >= leastFollowing else { return 0 }
    let follower = next.flatMap(id)
    func cost(_ id: UInt16) -> Double {
      let own = self.next(id, after: state)
      let behind = follower.map { self.next($0, after: own.state).probability } ?? 1
      return -Double(logf(max(own.probability, 1e-12))) - Double(logf(max(behind, 1e-12)))
    }
    return cost(id(word) ?? WordID.unknown) - cost(small)
  }
}
