internal import Documents

/// Tells the dots of a dotted leader from full stops, colons and marks of letters.
enum DottedLeaders {
  /// As many dots in even steps make a leader; three may be an ellipsis.
  static let fewest = 5

  /// The dots of leaders, and all other components.
  static func split(_ components: [PixelBox]) -> (leaders: [PixelBox], rest: [PixelBox]) {
    let dots = components.indices.filter {
      let box = components[$0]
      return box.height <= 9 && box.width <= 14
    }.sorted { (components[$0].x, components[$0].y) < (components[$1].x, components[$1].y) }
    var next = [Int?](repeating: nil, count: dots.count)
    var follows = [Bool](repeating: false, count: dots.count)
    for a in dots.indices {
      let left = components[dots[a]]
      for b in dots.indices[(a + 1)...] {
        let right = components[dots[b]]
        let step = right.x - left.maxX
        if step > 22 { break }
        guard step >= 0, abs(right.maxY - left.maxY) <= 2, abs(right.height - left.height) <= 3
        else { continue }
        if !follows[b] {
          next[a] = b
          follows[b] = true
        }
        break
      }
    }
    var leaders: Set<Int> = []
    for start in dots.indices where !follows[start] {
      var run = [start]
      while let last = run.last, let following = next[last] { run.append(following) }
      guard run.count >= fewest else { continue }
      let gaps = zip(run, run.dropFirst()).map {
        components[dots[$1]].x - components[dots[$0]].x
      }.sorted()
      let usual = gaps[gaps.count / 2]
      let even = gaps.count(where: { abs($0 - usual) <= max(2, usual / 4) })
      if even * 10 >= gaps.count * 7 { leaders.formUnion(run.map { dots[$0] }) }
    }
    guard !leaders.isEmpty else { return ([], components) }
    return (
      leaders.sorted().map { components[$0] },
      components.indices.filter { !leaders.contains($0) }.map { components[$0] }
    )
  }
}
