import Documents
package import VietnameseText

/// Repairs free text by the language model, where no list decides what may stand there.
package struct LanguageRepair: Sendable {
  private let models: RepairModels

  /// What a text is made of.
  enum Content: Sendable {
    /// Sentences and phrases.
    case prose
    /// Streets and hamlets: names, which the model knows less well.
    case places

    /// Below this a word stays as it was read.
    fileprivate var certainty: Float { self == .prose ? 0.7 : 0.9 }
    /// The same for a word that is one of Vietnamese as it was read.
    fileprivate var certaintyOfSyllables: Float { self == .prose ? 0.85 : 0.95 }
  }

  /// What is longer is no value of a field.
  private static let longest = 4000

  /// Creates a repair by `models`.
  package init(models: RepairModels) {
    self.models = models
  }

  /// The text with the words that are certainly something else put right.
  func repaired(_ text: String, _ content: Content) -> (value: String, repairs: [Repair]) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return (text, []) }
    var repairer = TextRepairer(models: models, condition: .readAsVietnamese)
    var value: [UInt8] = []
    var repairs: [Repair] = []
    var end = 0
    for change in repairer.repair(bytes).changes {
      let from = Array(change.from.utf8)
      let range = change.offset..<(change.offset + from.count)
      // A change is taken only where the text stands that it was made for.
      guard range.lowerBound >= end, range.upperBound <= bytes.count,
        Array(bytes[range]) == from, isCertain(change, content)
      else { continue }
      value += bytes[end..<range.lowerBound] + Array(change.to.utf8)
      end = range.upperBound
      repairs.append(
        Repair(
          from: change.from, to: change.to, why: "language-model",
          probability: Double(change.probability)))
    }
    value += bytes[end...]
    return (String(decoding: value, as: UTF8.self), repairs)
  }

  private func isCertain(_ change: TextChange, _ content: Content) -> Bool {
    let words = change.from.split { !$0.isLetter }
    let isWord = !words.isEmpty && words.allSatisfy { Syllable.isPossible($0) }
    return change.probability >= (isWord ? content.certaintyOfSyllables : content.certainty)
  }
}
