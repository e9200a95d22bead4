/// The words of a lexicon, letter by letter; made for searching beside a channel.
///
/// The number of a word is its place in the list that the trie was made of. A word that stands
/// there twice has the number of its first place.
public struct WordTrie: Sendable {
  /// The number of words in the list.
  public let wordCount: Int
  /// The edge from a node to child k is number `childStarts[node]` + k and leads to the node one
  /// above its number: nodes are numbered level by level.
  let childStarts: [Int32]
  /// The letter of each edge; ascending among the children of one node.
  let edgeLetters: [UInt16]
  /// The word that ends at each node; -1 where none does.
  let wordNumbers: [Int32]
  /// How many letters at least, and at most, lead from each node to the end of a word.
  let nearest: [UInt8]
  let farthest: [UInt8]
  /// How dear each word is by itself, in nats; and the cheapest word at or below each node.
  let wordCosts: [Float]
  let leastCosts: [Float]

  /// Makes a trie of `words`, which should be in NFC.
  ///
  /// It is quickest when they are in the order of their UTF-8. Empty words and words with letters
  /// past the basic plane cannot be found. `costs` says how rare each word is, as the negative
  /// natural logarithm of its probability; without them all words are alike.
  public init(words: [String], costs: [Float] = []) {
    precondition(costs.isEmpty || costs.count == words.count, "a cost for every word")
    var spellings: [UInt16] = []
    spellings.reserveCapacity(words.count * 7)
    var starts: [Int32] = [0]
    starts.reserveCapacity(words.count + 1)
    for word in words {
      let start = spellings.count
      for unit in word.utf16 { spellings.append(unit) }
      if spellings[start...].contains(where: { $0 & 0xF800 == 0xD800 }) {
        spellings.removeSubrange(start...)
      }
      starts.append(Int32(spellings.count))
    }
    // Costs may come from a damaged file: what is no number, or below nothing, is as dear as can be.
    let sound = costs.map { $0 >= 0 ? min($0, Self.dearest) : Self.dearest }
    self.init(
      spellings: spellings, starts: starts,
      costs: sound.isEmpty ? [Float](repeating: 0, count: words.count) : sound)
  }

  /// The most that a word costs.
  private static let dearest: Float = 64

  private init(spellings: [UInt16], starts: [Int32], costs: [Float]) {
    wordCount = starts.count - 1
    var order = (0..<Int32(wordCount)).filter { starts[Int($0)] < starts[Int($0) + 1] }
    func letter(_ word: Int32, _ depth: Int32) -> UInt16? {
      let at = starts[Int(word)] + depth
      return at < starts[Int(word) + 1] ? spellings[Int(at)] : nil
    }
    var childStarts: [Int32] = [0]
    var edgeLetters: [UInt16] = []
    var wordNumbers: [Int32] = []
    var level: [(start: Int32, end: Int32)] = [(0, Int32(order.count))]
    var depth: Int32 = 0
    while !level.isEmpty {
      var next: [(start: Int32, end: Int32)] = []
      for node in level {
        Self.sort(&order, in: Int(node.start)..<Int(node.end)) { letter($0, depth) }
        var at = node.start
        var ending: Int32 = -1
        while at < node.end, letter(order[Int(at)], depth) == nil {
          ending = ending < 0 ? order[Int(at)] : min(ending, order[Int(at)])
          at += 1
        }
        wordNumbers.append(ending)
        while at < node.end, let shared = letter(order[Int(at)], depth) {
          let start = at
          while at < node.end, letter(order[Int(at)], depth) == shared { at += 1 }
          edgeLetters.append(shared)
          next.append((start, at))
        }
        childStarts.append(Int32(edgeLetters.count))
      }
      level = next
      depth += 1
    }
    (self.childStarts, self.edgeLetters) = (childStarts, edgeLetters)
    self.wordNumbers = wordNumbers
    // Children have higher numbers than their parents.
    var nearest = wordNumbers.map { $0 >= 0 ? UInt8(0) : .max }
    var farthest = [UInt8](repeating: 0, count: wordNumbers.count)
    var leastCosts = wordNumbers.map { $0 >= 0 ? costs[Int($0)] : .infinity }
    for node in wordNumbers.indices.reversed() {
      for child in Int(childStarts[node])..<Int(childStarts[node + 1]) {
        nearest[node] = min(
          nearest[node], nearest[child + 1] == .max ? .max : nearest[child + 1] + 1)
        leastCosts[node] = min(leastCosts[node], leastCosts[child + 1])
        farthest[node] = max(
          farthest[node], farthest[child + 1] == .max ? .max : farthest[child + 1] + 1)
      }
    }
    (self.nearest, self.farthest) = (nearest, farthest)
    (wordCosts, self.leastCosts) = (costs, leastCosts)
  }

  /// Orders the words of `range` by one letter, those that have ended first.
  private static func sort(
    _ order: inout [Int32], in range: Range<Int>, by letter: (Int32) -> UInt16?
  ) {
    guard range.count > 1 else { return }
    func rank(_ word: Int32) -> Int32 { letter(word).map { Int32($0) } ?? -1 }
    var last: Int32 = -1
    let isSorted = order[range].allSatisfy { word in
      defer { last = rank(word) }
      return rank(word) >= last
    }
    guard !isSorted else { return }
    let keys = order[range].map { Int64(rank($0)) << 32 | Int64($0) }.sorted()
    for (place, key) in zip(range, keys) { order[place] = Int32(truncatingIfNeeded: key) }
  }

  /// The number of `word`; nil when it is not in the lexicon.
  public func number(of word: String) -> Int? {
    var node = 0
    for unit in word.utf16 {
      guard let child = child(of: node, by: unit) else { return nil }
      node = child
    }
    return wordNumbers[node] < 0 ? nil : Int(wordNumbers[node])
  }

  func child(of node: Int, by letter: UInt16) -> Int? {
    var low = Int(childStarts[node])
    let end = Int(childStarts[node + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if edgeLetters[middle] < letter { low = middle + 1 } else { high = middle }
    }
    return low < end && edgeLetters[low] == letter ? low + 1 : nil
  }
}
