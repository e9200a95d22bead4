/// Lays the seen letters of a word beside its written ones.
enum LetterAlignment {
  /// What each cost is before anything is learned.
  static func likeness(_ truth: UInt16, _ seen: UInt16) -> Float {
    switch LetterRelation.between(truth, seen) {
    case .same: return 0
    case .bare: return 0.3
    case .otherMarks: return 0.35
    case .otherCase: return 0.5
    case .other, .lost:
      return isWordLetter(truth) == isWordLetter(seen) ? 1 : 1.15
    }
  }

  /// The cost of a letter lost or added, before anything is learned.
  static let gap: Float = 0.85

  /// Whether `letter` is a letter or a digit.
  static func isWordLetter(_ letter: UInt16) -> Bool {
    LetterTable.shared.base(UInt32(letter)) != 0
  }

  /// For each written letter the range of seen letters that stand for it; the ranges follow each
  /// other from 0 to the number of seen letters.
  ///
  /// An added letter goes to the misread letter beside it, else to the one before it.
  static func ranges(
    written: Int, seen: Int, cost: (_ written: Int, _ seen: Int) -> Float,
    lost: (Int) -> Float, added: Float, isSame: (_ written: Int, _ seen: Int) -> Bool
  ) -> [Range<Int>] {
    let width = seen + 1
    var costs = [Float](repeating: .infinity, count: (written + 1) * width)
    costs[0] = 0
    for row in 0...written {
      for column in 0...seen {
        let at = row * width + column
        if column > 0 { costs[at] = min(costs[at], costs[at - 1] + added) }
        if row > 0 { costs[at] = min(costs[at], costs[at - width] + lost(row - 1)) }
        if row > 0, column > 0 {
          costs[at] = min(costs[at], costs[at - width - 1] + cost(row - 1, column - 1))
        }
      }
    }
    var owners = [Int?](repeating: nil, count: seen)
    var (row, column) = (written, seen)
    while row > 0, column > 0 {
      let at = row * width + column
      if costs[at] == costs[at - width - 1] + cost(row - 1, column - 1) {
        owners[column - 1] = row - 1
        (row, column) = (row - 1, column - 1)
      } else if costs[at] == costs[at - width] + lost(row - 1) {
        row -= 1
      } else {
        column -= 1
      }
    }
    return ranges(written: written, owners: owners, isSame: isSame)
  }

  private static func ranges(
    written: Int, owners: [Int?], isSame: (_ written: Int, _ seen: Int) -> Bool
  ) -> [Range<Int>] {
    guard written > 0 else { return [] }
    var counts = [Int](repeating: 0, count: written)
    var left: Int?
    for column in owners.indices {
      if let owner = owners[column] {
        left = column
        counts[owner] += 1
        continue
      }
      let right = owners[column...].firstIndex { $0 != nil }
      let isRight =
        switch (left, right) {
        case (let left?, let right?):
          Self.isSame(left, owners, isSame) && !Self.isSame(right, owners, isSame)
        case (nil, _): true
        case (_, nil): false
        }
      let owner = (isRight ? right : left).flatMap { owners[$0] } ?? 0
      counts[owner] += 1
    }
    var end = 0
    return counts.map { count in
      defer { end += count }
      return end..<(end + count)
    }
  }

  private static func isSame(
    _ column: Int, _ owners: [Int?], _ isSame: (_ written: Int, _ seen: Int) -> Bool
  ) -> Bool {
    owners[column].map { isSame($0, column) } ?? false
  }
}
