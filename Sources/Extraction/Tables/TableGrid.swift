import Documents

/// The cells of a ruled table: columns and rows between its rules, in pixels of the region.
struct TableGrid: Hashable, Sendable {
  /// The columns from left to right.
  let columns: [Range<Int>]
  /// The rows from top to bottom.
  let rows: [Range<Int>]

  /// The table that the rules among `marks` draw; nil where they draw none.
  ///
  /// `lineHeight` is that of the print, below which no cell is.
  init?(marks: [Mark], lineHeight: Double) {
    let rules = marks.filter { $0.shape == .rule }.map(\.box)
    let lying = rules.filter { $0.width > $0.height }
    let upright = rules.filter { $0.height > $0.width }
    let reach = Int(0.6 * lineHeight)
    let ys = Self.places(
      lying.map { (at: Int($0.midY), length: $0.width) }, reach: reach)
    guard let first = ys.first, let last = ys.last, ys.count >= 3 else { return nil }
    // Frames elsewhere on the page and its own edges are not of the table.
    let ofTable = lying.filter { Int($0.midY) >= first && Int($0.midY) <= last }
    let longest = ofTable.map(\.width).max() ?? 0
    let long = ofTable.filter { 2 * $0.width >= longest }
    let left = (long.map(\.x).min() ?? 0) - reach
    let right = (long.map(\.maxX).max() ?? 0) + reach
    let inside = upright.filter {
      $0.maxY > first && $0.y < last && Int($0.midX) > left && Int($0.midX) < right
    }
    let xs = Self.places(inside.map { (at: Int($0.midX), length: $0.height) }, reach: reach)
    guard xs.count >= 4 else { return nil }
    columns = zip(xs, xs.dropFirst()).map { $0..<$1 }
    rows = zip(ys, ys.dropFirst()).map { $0..<$1 }
  }

  /// The places at which rules lie, pieces of one rule together; those shorter than half of the
  /// longest are none of the table's.
  private static func places(_ rules: [(at: Int, length: Int)], reach: Int) -> [Int] {
    var groups: [(at: Int, length: Int, last: Int)] = []
    for rule in rules.sorted(by: { $0.at < $1.at }) {
      if let last = groups.indices.last, rule.at - groups[last].last <= reach {
        groups[last].length += rule.length
        groups[last].last = rule.at
      } else {
        groups.append((rule.at, rule.length, rule.at))
      }
    }
    let longest = groups.map(\.length).max() ?? 0
    return groups.filter { 2 * $0.length >= longest }.map { ($0.at + $0.last) / 2 }
  }
}
