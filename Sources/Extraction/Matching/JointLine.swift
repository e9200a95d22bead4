import Documents

/// What the readings of one line say together, stretch by stretch.
///
/// Each model and each preparation misreads other words, so that of three readings none may be right
/// as a whole though two are in every word. Readings are parted where all of them have a gap, for they
/// divide words differently; in each stretch stands what most of them say.
struct JointLine {
  /// The words that most readings say.
  let words: [TextWord]

  /// What the first reading has before the others: it is made by the model taught on such print.
  private static let headStart = 0.15
  /// What a reading counts before its confidence is added.
  private static let voice = 0.3

  /// Lays `readings`, each from left to right, over each other; the first one goes before.
  init(_ readings: [[TextWord]]) {
    var stretches: [[[TextWord]]] = []
    var end = Int.min
    let all = readings.indices.flatMap { reading in
      readings[reading].map { (reading, word: $0) }
    }.sorted { $0.word.box.x < $1.word.box.x }
    for (reading, word) in all {
      // Boxes of words may run a little into each other.
      let slack = word.box.height / 8
      if stretches.isEmpty || word.box.x + slack >= end {
        stretches.append(Array(repeating: [], count: readings.count))
      }
      stretches[stretches.count - 1][reading].append(word)
      end = max(end, word.box.maxX)
    }
    words = stretches.flatMap(Self.chosen)
  }

  /// The words of one stretch that most of `readings` say.
  private static func chosen(_ readings: [[TextWord]]) -> [TextWord] {
    if let first = readings.first, isOne(first, seven: readings.dropFirst()) { return first }
    var votes: [[String]: Double] = [:]
    for (index, words) in readings.enumerated() {
      let confidence = words.map(\.confidence).min() ?? 0
      votes[words.map(\.text), default: 0] += voice + confidence + (index == 0 ? headStart : 0)
    }
    let best = readings.max { a, b in
      let (left, right) = (votes[a.map(\.text)] ?? 0, votes[b.map(\.text)] ?? 0)
      if left != right { return left < right }
      return (a.map(\.confidence).min() ?? 0) < (b.map(\.confidence).min() ?? 0)
    }
    return best ?? []
  }

  /// Whether all that parts `first`, a number, from the others is that each reads 7 for a 1 of it: the
  /// models that were not taught take a 1 with a flag, or a slanted one, for a 7, never the other way.
  private static func isOne(_ first: [TextWord], seven others: ArraySlice<[TextWord]>) -> Bool {
    guard first.count == 1, others.allSatisfy({ $0.count == 1 }) else { return false }
    let own = Array(first[0].text)
    guard own.contains("1"), own.allSatisfy({ $0.isNumber || ",.".contains($0) }) else {
      return false
    }
    return others.allSatisfy { words in
      let read = Array(words[0].text)
      return read.count == own.count
        && zip(own, read).allSatisfy { $0 == $1 || $0 == "1" && $1 == "7" }
    }
  }
}
