/// Sets of indices that grow together: union-find with halved paths.
package struct DisjointSets {
  private var parents: [Int]

  /// Creates `count` sets of one index each, 0 ..< `count`.
  package init(count: Int) { parents = Array(0..<count) }

  /// Makes one set of those that hold `one` and `other`.
  package mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (head(of: one), head(of: other))
    parents[max(a, b)] = min(a, b)
  }

  /// The smallest index of the set that holds `index`.
  package mutating func head(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  /// The sets, each in order, in the order of their smallest indices.
  package mutating func sets() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for index in parents.indices { members[head(of: index), default: []].append(index) }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }
}
