/// The dynamic programme of edit distances, over codes.
enum EditProgramme {
  /// The cost of turning `truth` into `reading`.
  ///
  /// Only a band around the diagonal is looked at, which is widened until the cost shows that no
  /// better alignment lies outside.
  static func distance(_ truth: [UInt32], _ reading: [UInt32]) -> EditCost {
    precondition(max(truth.count, reading.count) <= EditCost.mostParts)
    let (truth, reading) = withoutCommonEnds(truth[...], reading[...])
    if reading.isEmpty { return truth.count * EditCost.deletion }
    var band = abs(truth.count - reading.count) + 32
    while true {
      let cost = banded(truth, reading, band: band)
      if cost.errors <= band || band > max(truth.count, reading.count) { return cost }
      band *= 2
    }
  }

  /// The cost of finding `truth` in `reading`, whose parts before and after it cost nothing.
  static func distanceWithin(_ truth: [UInt32], _ reading: [UInt32]) -> EditCost {
    precondition(max(truth.count, reading.count) <= EditCost.mostParts)
    let first = [EditCost](repeating: .none, count: reading.count + 1)
    return lastRow(truth[...], reading[...], first: first).min() ?? .none
  }

  /// The costs of turning all of `truth` into each beginning of `reading`.
  static func costsOfBeginnings(
    _ truth: ArraySlice<UInt32>, _ reading: ArraySlice<UInt32>
  ) -> [EditCost] {
    lastRow(truth, reading, first: (0...reading.count).map { $0 * EditCost.insertion })
  }

  /// Both without the parts with which both begin or end; these cost nothing in a best alignment.
  static func withoutCommonEnds(
    _ first: ArraySlice<UInt32>, _ second: ArraySlice<UInt32>
  ) -> (ArraySlice<UInt32>, ArraySlice<UInt32>) {
    var (first, second) = (first, second)
    while let left = first.first, left == second.first {
      first.removeFirst()
      second.removeFirst()
    }
    while let left = first.last, left == second.last {
      first.removeLast()
      second.removeLast()
    }
    return (first, second)
  }

  private static func lastRow(
    _ truth: ArraySlice<UInt32>, _ reading: ArraySlice<UInt32>, first: [EditCost]
  ) -> [EditCost] {
    let reading = Array(reading)
    var row = first
    for part in truth {
      var diagonal = row[0]
      var left = diagonal + .deletion
      row[0] = left
      for column in reading.indices {
        let above = row[column + 1]
        let same = reading[column] == part
        let here = min(
          same ? diagonal : diagonal + .substitution, left + .insertion, above + .deletion)
        diagonal = above
        left = here
        row[column + 1] = here
      }
    }
    return row
  }

  private static func banded(
    _ truth: ArraySlice<UInt32>, _ reading: ArraySlice<UInt32>, band: Int
  ) -> EditCost {
    let truth = Array(truth)
    let reading = Array(reading)
    var row = (0...reading.count).map {
      $0 <= band ? $0 * EditCost.insertion : .unreachable
    }
    for index in truth.indices {
      let from = max(1, index + 1 - band)
      let to = min(reading.count, index + 1 + band)
      var diagonal = row[from - 1]
      // Left of the band lies nothing, but for the first column the deletions of all so far.
      var left: EditCost = from == 1 && index < band ? diagonal + .deletion : .unreachable
      row[from - 1] = left
      for column in from...to {
        let above = row[column]
        let same = reading[column - 1] == truth[index]
        let here = min(
          same ? diagonal : diagonal + .substitution, left + .insertion, above + .deletion)
        diagonal = above
        left = here
        row[column] = here
      }
    }
    return row[reading.count]
  }
}
