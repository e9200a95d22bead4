/// A range of scores, and how often values of such scores were wrong.
package struct CalibrationStep: Hashable, Codable, Sendable {
  /// The least score of the range; the next step begins where it ends.
  package var from: Double
  /// How many labelled values were seen.
  package var seen: Int
  /// How many of them were wrong.
  package var wrong: Int

  /// The steps of scored values: equal shares of the scores, pooled until more score never means
  /// more errors.
  ///
  /// The shares are cut without a look at the errors and are never smaller than `least`, so that no
  /// tail is called clean because it ends before its first error.
  static func steps(
    of values: [(score: Double, wasRight: Bool)], least: Int
  ) -> [CalibrationStep] {
    let sorted = values.sorted { ($0.score, $0.wasRight ? 1 : 0) < ($1.score, $1.wasRight ? 1 : 0) }
    guard !sorted.isEmpty else { return [] }
    let size = max(least, sorted.count / 60)
    var steps: [CalibrationStep] = []
    var end = sorted.count
    while end > 0 {
      var start = max(0, end - size)
      if start < size / 2 { start = 0 }
      // Equal scores stay together.
      while start > 0, sorted[start - 1].score == sorted[start].score { start -= 1 }
      let share = sorted[start..<end]
      // Halfway to the next score, as the same evidence scores a little differently in other fits.
      let from =
        start > 0 ? (sorted[start - 1].score + sorted[start].score) / 2 : sorted[start].score
      steps.append(
        CalibrationStep(
          from: from, seen: share.count, wrong: share.count { !$0.wasRight }))
      end = start
    }
    var pooled: [CalibrationStep] = []
    for step in steps.reversed() {
      pooled.append(step)
      while pooled.count > 1, pooled[pooled.count - 1].share >= pooled[pooled.count - 2].share {
        let last = pooled.removeLast()
        pooled[pooled.count - 1].seen += last.seen
        pooled[pooled.count - 1].wrong += last.wrong
      }
    }
    return pooled
  }

  private var share: Double { Double(wrong) / Double(max(1, seen)) }
}
