/// Lays what was read of a page beside what is written on it, chunk by chunk.
struct ChunkAlignment {
  /// One step through both texts: so many written chunks stand for so many seen ones.
  enum Step: UInt8, Hashable, Sendable {
    /// One for one.
    case pair
    /// A written chunk that was not seen.
    case lost
    /// A seen chunk that stands for nothing.
    case noise
    /// Two written chunks seen as one: their space was lost.
    case joined
    /// One written chunk seen as two: a space was added.
    case split

    var written: Int { self == .noise ? 0 : self == .joined ? 2 : 1 }
    var seen: Int { self == .lost ? 0 : self == .split ? 2 : 1 }
  }

  /// The steps from the beginning of both texts to their ends.
  ///
  /// Places far from the diagonal are not tried, so that a page takes time in proportion to its
  /// length; a dozen lines may be missing.
  static func steps(written: [Chunk], seen: [Chunk]) -> [Step] {
    let (rows, columns) = (written.count, seen.count)
    let reach = min(600, max(80, abs(rows - columns) + 60))
    let width = 2 * reach + 1
    func first(_ row: Int) -> Int { row * columns / max(rows, 1) - reach }
    var costs = [Float](repeating: .infinity, count: (rows + 1) * width)
    var steps = [Step](repeating: .pair, count: (rows + 1) * width)
    func slot(_ row: Int, _ column: Int) -> Int? {
      let offset = column - first(row)
      return row <= rows && column <= columns && offset >= 0 && offset < width
        ? row * width + offset : nil
    }
    guard let origin = slot(0, 0) else { return [] }
    costs[origin] = 0
    for row in 0...rows {
      for column in max(0, first(row))...max(0, min(columns, first(row) + width - 1)) {
        guard let here = slot(row, column), costs[here] < .infinity else { continue }
        let cost = costs[here]
        for step in [Step.pair, .lost, .noise, .joined, .split] {
          guard let there = slot(row + step.written, column + step.seen), costs[there] > cost
          else { continue }
          let more = Self.cost(
            step, written[row..<(row + step.written)], seen[column..<(column + step.seen)])
          if cost + more < costs[there] {
            costs[there] = cost + more
            steps[there] = step
          }
        }
      }
    }
    var path: [Step] = []
    var (row, column) = (rows, columns)
    while row > 0 || column > 0 {
      guard let here = slot(row, column), costs[here] < .infinity else { return [] }
      path.append(steps[here])
      (row, column) = (row - steps[here].written, column - steps[here].seen)
    }
    return path.reversed()
  }

  private static func cost(
    _ step: Step, _ written: ArraySlice<Chunk>, _ seen: ArraySlice<Chunk>
  ) -> Float {
    let (row, column) = (written.startIndex, seen.startIndex)
    return switch step {
    case .pair: Float(written[row].distance(to: seen[column]))
    case .lost: Float(written[row].letters.count) * 0.8 + 0.3
    case .noise: Float(seen[column].letters.count) * 0.8 + 0.3
    case .joined: Float(seen[column].distance(to: written[row], and: written[row + 1])) + 0.7
    case .split: Float(written[row].distance(to: seen[column], and: seen[column + 1])) + 0.7
    }
  }
}
