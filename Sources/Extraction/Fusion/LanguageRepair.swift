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

    /// From this on a word takes the marks that its letters and neighbours alone suggest; nil where
    /// it never does.
    fileprivate var certaintyOfMarks: Double? { self == .prose ? 0.99 : nil }
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

  /// A text after repair.
  struct Repaired: Sendable {
    var value: String
    var repairs: [Repair] = []
    /// How likely the least likely of its words is, 0 … 1; nil where none was weighed.
    var fluency: Double?
  }

  /// The text with the words that are certainly something else put right.
  ///
  /// - Parameters:
  ///   - text: What was read.
  ///   - content: What it is made of.
  ///   - weighs: Whether its fluency is wanted too; prose has it in any case.
  /// - Returns: The text after repair.
  func repaired(_ text: String, _ content: Content, weighs: Bool = false) -> Repaired {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= Self.longest else { return Repaired(value: text) }
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
    var result = Repaired(value: String(decoding: value, as: UTF8.self), repairs: repairs)
    if weighs || content.certaintyOfMarks != nil { confirm(&result, content) }
    return result
  }

  /// Holds the marks of each word against those that the model gives it where it sees none.
  ///
  /// An engine that misreads marks is as sure of them as of others; letters and neighbours of a word
  /// mostly leave only one way to mark it.
  private func confirm(_ text: inout Repaired, _ content: Content) {
    var words = text.value.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let bare = words.map { $0.strippingMarks() }
    var repairer = TextRepairer(models: models, condition: .stripped)
    let marked = repairer.repair(Array(bare.joined(separator: " ").utf8))
    var fluency = Double(marked.leastKept)
    var index = 0
    var start = 0
    for change in marked.changes {
      let probability = Double(change.probability)
      while index + 1 < bare.count, start + bare[index].utf8.count < change.offset {
        start += bare[index].utf8.count + 1
        index += 1
      }
      // Bare letters are of one byte each.
      let place = change.offset - start
      let length = change.from.count
      let isWithin =
        place >= 0 && place + length <= words[index].count
        && bare[index].utf8.count == words[index].count
      let printed = isWithin ? String(words[index].dropFirst(place).prefix(length)) : ""
      let isSame = isWithin && Self.isSame(printed, change.to)
      let isCertain = content.certaintyOfMarks.map { probability >= $0 } ?? false
      guard isSame || isWithin && isCertain && change.to.count == length else {
        fluency = min(fluency, 1 - probability)
        continue
      }
      fluency = min(fluency, probability)
      if isSame { continue }
      text.repairs.append(
        Repair(from: printed, to: change.to, why: "language-model", probability: probability))
      words[index] =
        words[index].prefix(place) + change.to + words[index].dropFirst(place + length)
    }
    text.value = words.joined(separator: " ")
    text.fluency = fluency
  }

  private static func isSame(_ word: String, _ other: String) -> Bool {
    word.lowercased().foldingTonePlacement() == other.lowercased().foldingTonePlacement()
  }

  private func isCertain(_ change: TextChange, _ content: Content) -> Bool {
    let words = change.from.split { !$0.isLetter }
    let isWord = !words.isEmpty && words.allSatisfy { Syllable.isPossible($0) }
    return change.probability >= (isWord ? content.certaintyOfSyllables : content.certainty)
  }
}
