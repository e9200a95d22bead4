import Foundation

/// The words as they may be printed, in small letters and capitals, that a channel can have misread.
struct ChannelLexicon: Sendable {
  /// A word of the language model that prints as an entry.
  struct Sense: Sendable {
    var id: UInt16
    /// P(printed in this letter case | word).
    var weight: Float
  }

  let trie: WordTrie
  /// What each entry prints.
  let texts: [[UInt8]]
  /// The first sense of each entry, and at the end their number.
  private let starts: [Int32]
  private let senses: [Sense]

  /// P(a word stands in another letter case than the model knows it).
  private static let capitals: Float = 0.05
  private static let strayCapital: Float = 0.03
  /// How rare a word may be to be an entry.
  private static let rarest: Float = 4e-8

  init(_ model: LanguageModel) {
    var entries = ByteInterner()
    var found: [(entry: Int, sense: Sense)] = []
    func add(_ text: [UInt8], _ id: UInt16, _ weight: Float) {
      found.append((entries.number(of: text, 0..<text.count), Sense(id: id, weight: weight)))
    }
    for index in 0..<model.wordCount {
      let id = UInt16(index) + WordID.firstWord
      guard model.probability(of: id) >= Self.rarest else { continue }
      let word = model.bytes(of: id)
      add(word, id, 1)
      switch WordCase(word) {
      case .small:
        add(WordCase.title.applied(to: word), id, Self.strayCapital)
        if word.count > 1 { add(WordCase.capitals.applied(to: word), id, Self.capitals) }
      case .title:
        let small = WordCase.small(word)
        if word.count > 1 { add(WordCase.capitals.applied(to: small), id, Self.capitals) }
      case .capitals, .mixed: break
      }
    }
    texts = (0..<entries.count).map { Array(entries.bytes(of: $0)) }
    var probabilities = [Float](repeating: 0, count: entries.count)
    for (entry, sense) in found {
      probabilities[entry] += sense.weight * model.probability(of: sense.id)
    }
    trie = WordTrie(
      words: texts.map { String(decoding: $0, as: UTF8.self) },
      costs: probabilities.map { -log($0) })
    found.sort { ($0.entry, $0.sense.id) < ($1.entry, $1.sense.id) }
    var starts: [Int32] = []
    for (place, item) in found.enumerated() {
      while starts.count <= item.entry { starts.append(Int32(place)) }
    }
    self.starts = starts + [Int32(found.count)]
    senses = found.map(\.sense)
  }

  /// The words that print as entry `number`.
  func senses(of number: Int) -> ArraySlice<Sense> {
    senses[Int(starts[number])..<Int(starts[number + 1])]
  }
}
