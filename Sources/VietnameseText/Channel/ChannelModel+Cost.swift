extension ChannelModel {
  /// The cost that `seen` was read where `word` is written: the negative natural logarithm of its
  /// probability, over the cheapest way to take both apart.
  ///
  /// Both should be in NFC.
  public func cost(of seen: String, given word: String) -> Float {
    let (truth, codes) = (alphabet.codes(of: word), alphabet.codes(of: seen))
    let segmented = segmentedCost(of: codes, given: truth)
    guard let number = words.number(of: truth) else { return segmented }
    // The table has the last word on the readings that it knows.
    return words.pairs(of: codes).first { $0.word == number }?.cost
      ?? segmented + words.restCosts[number]
  }

  /// The cost over the cheapest way to take both apart into segments.
  func segmentedCost(of seen: [UInt8], given truth: [UInt8]) -> Float {
    let width = seen.count + 1
    var costs = [Float](repeating: .infinity, count: (truth.count + 1) * width)
    costs[0] = 0
    let lattice = SegmentLattice(seen, channel: self)
    for row in 0...truth.count {
      let ahead = truth[row..<min(row + ChannelFile.segmentLength, truth.count)]
      for column in 0...seen.count {
        let cost = costs[row * width + column]
        func reach(_ row: Int, _ column: Int, _ more: Float) {
          let at = row * width + column
          costs[at] = min(costs[at], cost + more)
        }
        if column < seen.count { reach(row, column + 1, letters.added) }
        guard row < truth.count else { continue }
        reach(row + 1, column, letters.lost[Int(truth[row])])
        if column < seen.count {
          reach(row + 1, column + 1, letters.cost(of: seen[column], given: truth[row]))
        }
        for length in 0...min(ChannelFile.segmentLength, seen.count - column) {
          for index in lattice.segments(at: column, length: length) {
            let entry = segments.entries[index]
            let count = SegmentTable.length(entry.truth)
            guard count <= ahead.count, SegmentTable.key(ahead.prefix(count)) == entry.truth
            else { continue }
            reach(row + count, column + length, entry.cost)
          }
        }
      }
    }
    return costs[costs.count - 1]
  }
}
