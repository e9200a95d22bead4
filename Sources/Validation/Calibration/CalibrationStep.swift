/// A range of scores, and how often values of such scores were wrong.
package struct CalibrationStep: Hashable, Codable, Sendable {
  /// The least score of the range; the next step begins where it ends.
  package var from: Double
  /// How many labelled values were seen.
  package var seen: Int
  /// How many of them were wrong.
  package var wrong: Int

  /// The steps of scored values: `shares` equal shares of the scores, pooled until more score never
  /// means more errors.
  ///
  /// The shares are cut without a look at the errors and are never smaller than `least`, so that no
  /// tail is called clean because it ends before its first error. Neighbours that were wrong as often
  /// stay apart where `keepsEqual` says so.
  static func steps(
    of values: [(score: Double, wasRight: Bool)], least: Int, shares: Int = 60,
    keepsEqual: Bool = false
  ) -> [CalibrationStep] {
    let sorted = values.sorted { ($0.score, $0.wasRight ? 1 : 0) < ($1.score, $1.wasRight ? 1 : 0) }
    guard !sorted.isEmpty else { return [] }
    let size = max(least, sorted.count / shares)
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
      while pooled.count > 1 {
        let (upper, lower) = (pooled[pooled.count - 1].share, pooled[pooled.count - 2].share)
        guard keepsEqual ? upper > lower : upper >= lower else { break }
        let last = pooled.removeLast()
        pooled[pooled.count - 1].seen += last.seen
        pooled[pooled.count - 1].wrong += last.wrong
      }
    }
    return pooled
  }

  /// The step of `steps` that a score falls on: the lowest for scores below all.
  static func step(of score: Double, in steps: [CalibrationStep]) -> CalibrationStep? {
    steps.last { $0.from <= score } ?? steps.first
  }

  /// What was counted at the step of `score` and right below it, as far down as values were wrong as
  /// often; nil without steps.
  ///
  /// Values of higher scores say nothing for a lower one: where none was ever wrong, the faintest
  /// evidence rests on the few of its own sort.
  static func countUp(to score: Double, in steps: [CalibrationStep]) -> CalibrationStep? {
    guard var index = steps.lastIndex(where: { $0.from <= score }) ?? steps.indices.first else {
      return nil
    }
    var count = steps[index]
    while index > 0, steps[index - 1].share == steps[index].share {
      index -= 1
      count.seen += steps[index].seen
      count.wrong += steps[index].wrong
      count.from = steps[index].from
    }
    return count
  }

  private var share: Double { Double(wrong) / Double(max(1, seen)) }
}
