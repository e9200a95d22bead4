/// Finds a printed phrase in a folded text although letters were misread, lost or made up.
struct PhraseMatcher: Sendable {
  /// A place where the phrase stands, and what it cost to see it there.
  struct Match: Hashable, Sendable {
    /// The letters of the text that the phrase covers.
    var range: Range<Int>
    /// The weighted edit distance between them.
    var cost: Float
  }

  /// The folded phrase.
  let pattern: [UInt8]
  /// The largest cost at which the phrase still counts as seen.
  let tolerance: Float

  /// Creates a matcher; without a tolerance the one that suits the phrase's length is taken.
  init(_ phrase: some StringProtocol, tolerance: Float? = nil) {
    let folded = FoldedText.bytes(of: phrase)
    self.init(folded: folded, tolerance: tolerance ?? Self.tolerance(forLength: folded.count))
  }

  /// Creates a matcher of a phrase that is folded already.
  init(folded pattern: [UInt8], tolerance: Float) {
    self.pattern = pattern
    self.tolerance = tolerance
  }

  /// The cost that a phrase of `length` letters may bear: none for two, about a fifth for long ones.
  static func tolerance(forLength length: Int) -> Float {
    switch length {
    case ...2: 0
    case 3: 0.5
    case 4...5: 1
    case 6...8: 1.6
    default: 0.22 * Float(length)
    }
  }

  /// The places of the phrase in `text`, from left to right, none overlapping another.
  func matches(in text: [UInt8]) -> [Match] {
    let length = pattern.count
    guard length > 0, !text.isEmpty else { return [] }
    let ends = endings(in: text)
    guard !ends.isEmpty else { return [] }
    // Endings close together share one window.
    var found: [Match] = []
    let reach = length + Int(tolerance / ConfusionCost.thinGap) + 1
    var first = 0
    while first < ends.count {
      var last = first
      while last + 1 < ends.count, ends[last + 1] - ends[last] <= reach { last += 1 }
      let window = max(0, ends[first] + 1 - reach)..<min(text.count, ends[last] + 2)
      found += weightedMatches(in: text, window: window)
      first = last + 1
    }
    return Self.disjoint(found)
  }

  /// The cheapest place of the phrase in `text`.
  func bestMatch(in text: [UInt8]) -> Match? {
    matches(in: text).min { $0.cost < $1.cost }
  }

  /// The positions at which the phrase may end, by Myers' bit-parallel distance.
  private func endings(in text: [UInt8]) -> [Int] {
    // Patterns longer than a machine word are sought by their first 63 letters.
    let length = min(pattern.count, 63)
    let tail = pattern.count - length
    let allowed = min(length - 1, Int((tolerance / 0.7).rounded(.up)))
    var masks = [UInt64](repeating: 0, count: 128)
    for (bit, byte) in pattern.prefix(length).enumerated() where byte < 128 {
      masks[Int(byte)] |= 1 << UInt64(bit)
    }
    var positive: UInt64 = length == 64 ? .max : (1 << UInt64(length)) - 1
    var negative: UInt64 = 0
    var distance = length
    let top: UInt64 = 1 << UInt64(length - 1)
    var ends: [Int] = []
    for (position, byte) in text.enumerated() {
      let equal = masks[Int(byte & 127)]
      let vertical = equal | negative
      let horizontal = (((equal & positive) &+ positive) ^ positive) | equal
      var up = negative | ~(horizontal | positive)
      var down = positive & horizontal
      if up & top != 0 { distance += 1 }
      if down & top != 0 { distance -= 1 }
      up <<= 1
      down <<= 1
      positive = down | ~(vertical | up)
      negative = up & vertical
      if distance <= allowed { ends.append(min(text.count - 1, position + tail)) }
    }
    return ends
  }

  /// The local minima of the weighted distance within `window`.
  private func weightedMatches(in text: [UInt8], window: Range<Int>) -> [Match] {
    let length = pattern.count
    var costs = [Float](repeating: 0, count: length + 1)
    var starts = [Int](repeating: window.lowerBound, count: length + 1)
    for row in 1...length {
      costs[row] = costs[row - 1] + ConfusionCost.insertion(of: pattern[row - 1])
    }
    var found: [Match] = []
    for column in window {
      var diagonalCost = costs[0]
      var diagonalStart = starts[0]
      costs[0] = 0
      starts[0] = column + 1
      let addition = ConfusionCost.insertion(of: text[column])
      diagonalStart = column
      for row in 1...length {
        let aboveCost = costs[row]
        let aboveStart = starts[row]
        var cost =
          diagonalCost + ConfusionCost.substitution(text[column], for: pattern[row - 1])
        var start = diagonalStart
        if aboveCost + addition < cost {
          cost = aboveCost + addition
          start = aboveStart
        }
        let missing = costs[row - 1] + ConfusionCost.insertion(of: pattern[row - 1])
        if missing < cost {
          cost = missing
          start = starts[row - 1]
        }
        diagonalCost = aboveCost
        diagonalStart = aboveStart
        costs[row] = cost
        starts[row] = start
      }
      if costs[length] <= tolerance, starts[length] <= column {
        found.append(Match(range: starts[length]..<(column + 1), cost: costs[length]))
      }
    }
    return found
  }

  /// The cheapest of overlapping matches, the longer one of equals.
  private static func disjoint(_ matches: [Match]) -> [Match] {
    let order = matches.sorted {
      ($0.cost, -$0.range.count, $0.range.lowerBound)
        < ($1.cost, -$1.range.count, $1.range.lowerBound)
    }
    var kept: [Match] = []
    for match in order where !kept.contains(where: { $0.range.overlaps(match.range) }) {
      kept.append(match)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
