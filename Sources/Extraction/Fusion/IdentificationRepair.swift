import Documents
import Gazetteer
import VietnameseText

/// Puts the description of a person's marks right by the few phrases that it is made of.
///
/// "Sẹo chấm c. 1cm trên sau đuôi mắt trái": a mark, a distance, directions, a feature, a side. The
/// words are covered by phrases at the least cost; a word that no phrase is near stays.
struct IdentificationRepair {
  /// A phrase with the folded letters that it is compared by.
  private struct Phrase {
    var words: [String]
    var letters: [UInt8]
    /// Whether a description opens with it.
    var isMark: Bool
    /// Whether another phrase must follow: a feature behind a direction or a distance.
    var isOpen: Bool
    /// Whether it is a feature that a face has twice, of which the side follows.
    var isPair: Bool
  }

  /// What a word costs that belongs to no phrase, and the most that a letter of a phrase may.
  private static let strange: Float = 3
  private static let costOfMarks: Float = 0.15
  private static let longest = 4
  /// So many words of a label may be left before a description.
  private static let mostOfLabel = 3

  private let phrases: [Phrase]

  /// Loads the phrases from the folder `dictionaries`.
  init(dictionaries: String) throws {
    let table = try DictionaryTable(
      path: dictionaries + "/lists/identification-phrases.tsv", columns: ["phrase", "part"])
    phrases = (0..<table.count).map { row in
      Phrase(
        words: table[row, 0].split(separator: " ").map(String.init),
        letters: FoldedText.bytes(of: table[row, 0]), isMark: table[row, 1] == "mark",
        isOpen: ["direction", "distance"].contains(table[row, 1]), isPair: table[row, 1] == "pair")
    }
  }

  /// The text in the words of the phrases; known to the lexicon when they cover it and it
  /// says where the mark is.
  func repaired(_ text: String) -> FieldRepair.Repaired {
    let read = text.split(separator: " ").flatMap { Self.parted(String($0)) }
    let tokens = withoutLabelRest(
      Self.withCommas(Self.withoutGaps(Self.withoutDateLine(read))))
    // The least cost of the words before each one, and the words that it is reached by.
    var costs = [Float](repeating: .infinity, count: tokens.count + 1)
    var steps = [(start: Int, words: [String], isKnown: Bool, isOpen: Bool, isPair: Bool)?](
      repeating: nil, count: tokens.count + 1)
    costs[0] = 0
    for start in tokens.indices {
      func reach(
        _ end: Int, _ cost: Float, _ words: [String], isKnown: Bool = true, isOpen: Bool = false,
        isPair: Bool = false
      ) {
        guard costs[start] + cost < costs[end] else { return }
        costs[end] = costs[start] + cost
        steps[end] = (start, words, isKnown, isOpen, isPair)
      }
      if let distance = Self.distance(tokens[start]) {
        reach(start + 1, distance == tokens[start] ? 0 : 0.5, [distance], isOpen: true)
      } else {
        reach(start + 1, Self.strange, [tokens[start]], isKnown: false)
      }
      for count in 1...Self.longest where start + count <= tokens.count {
        let read = Array(tokens[start..<(start + count)])
        for phrase in phrases where phrase.words.count == count {
          guard let cost = cost(of: read, as: phrase) else { continue }
          let words = Self.styled(phrase.words, like: read, opens: start == 0)
          reach(
            start + count, cost, phrase.isMark && start == 0 ? Self.opened(words) : words,
            isOpen: phrase.isOpen, isPair: phrase.isPair)
        }
      }
    }
    var words: [String] = []
    let isCut = steps.last.flatMap { $0 }?.isOpen == true
    var isKnown = !isCut
    var end = tokens.count
    while end > 0, let step = steps[end] {
      words = step.words + words
      isKnown = isKnown && step.isKnown
      end = step.start
    }
    let value = words.joined(separator: " ")
    var repaired = FieldRepair.Repaired(
      value: value,
      repairs: value == text
        ? [] : [Repair(from: text, to: value, why: "gazetteer", probability: 0.9)],
      lexicon: !isKnown ? .absent : value == text ? .exact : .corrected)
    repaired.isCut = isCut
    if steps.last.flatMap({ $0 })?.isPair == true || words.contains(where: Self.lacksLetter) {
      repaired.lacks = 1
    }
    return repaired
  }

  /// The words from the first mark on, where no word before it stands in any phrase and one is no
  /// Vietnamese: what was read of the label's second half.
  private func withoutLabelRest(_ tokens: [String]) -> [String] {
    let letters = tokens.map { FoldedText.bytes(of: $0) }
    func begins(_ phrase: Phrase, _ index: Int) -> Bool {
      let read = letters[index...].prefix(phrase.words.count).flatMap(\.self)
      return read == phrase.letters
    }
    guard
      let start = tokens.indices.first(where: { index in
        phrases.contains { begins($0, index) }
      }), (1...Self.mostOfLabel).contains(start),
      phrases.contains(where: { $0.isMark && begins($0, start) }),
      tokens[..<start].contains(where: { Syllable($0.trimming { !$0.isLetter }) == nil })
    else { return tokens }
    return Array(tokens[start...])
  }

  /// What it costs to read `phrase` as `read`; nil when it is too far.
  private func cost(of read: [String], as phrase: Phrase) -> Float? {
    // A number with a sign is a distance, however it was misread; no word stands for it.
    let hasDistance = read.contains { word in
      word.contains(where: \.isNumber) && word.contains { ".:,;".contains($0) }
    }
    let letters = read.flatMap { FoldedText.bytes(of: $0) }
    guard !hasDistance, abs(letters.count - phrase.letters.count) <= 2 else { return nil }
    let cost = EditDistance.weighted(letters, phrase.letters)
    guard cost <= 0.3 * Float(phrase.letters.count) else { return nil }
    let marks = zip(read, phrase.words).count { word, right in
      word.lowercased().foldingTonePlacement() != right.foldingTonePlacement()
    }
    // One phrase is likelier than two words that happen to make none.
    return cost + Self.costOfMarks * Float(marks) + 0.1
  }

  /// The words of a phrase as they stand in a text: a capital at the start, tone marks where the
  /// print has them.
  private static func styled(
    _ words: [String], like read: [String], opens: Bool
  ) -> [String] {
    zip(words, read).enumerated().map { index, pair in
      let (right, word) = pair
      if word.lowercased().foldingTonePlacement() == right.foldingTonePlacement() {
        return index == 0 && opens ? word : word == word.uppercased() ? word : word.lowercased()
      }
      if word.count > 1, word == word.uppercased() { return right.uppercased() }
      let isCapital = word.first?.isUppercase == true || word.first?.isNumber == true
      return index == 0 && opens && isCapital
        ? right.prefix(1).uppercased() + right.dropFirst() : right
    }
  }

  /// The words with the capital that a description opens with; of S and C it looks like the small
  /// letter.
  private static func opened(_ words: [String]) -> [String] {
    guard let first = words.first else { return words }
    return [first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()
  }

  /// A distance as it was typed: "c.1,5cm", "C:3cm", "2cm", or the parts of one, "C:" and "4cm", or a
  /// bare number; nil for other words.
  private static func distance(_ token: String) -> String? {
    var rest = token[...]
    var head = ""
    if let first = rest.first, "cCœ€".contains(first) {
      head = first == "C" ? "C" : "c"
      rest.removeFirst()
      guard let sign = rest.first, ".:,;".contains(sign) else { return nil }
      head += ":;".contains(sign) ? ":" : "."
      rest.removeFirst()
      if rest.isEmpty { return head }
    }
    if let first = rest.first, let digit = Self.misreadDigits[first],
      rest.dropFirst().first == "," || digit == "1" && isUnit(rest.dropFirst())
    {
      rest = "\(digit)\(rest.dropFirst())"
    }
    let number = rest.prefix { $0.isNumber || ".,".contains($0) }
    if head.isEmpty, !number.isEmpty, number.count == rest.count, number.allSatisfy(\.isNumber) {
      return token
    }
    guard number.first?.isNumber == true, number.last?.isNumber == true else { return nil }
    let unit = rest.dropFirst(number.count)
    let letters = unit.filter(\.isLetter)
    // A c with a full belly is read as an e or an o.
    let name = ["em", "om"].contains(letters.suffix(2)) ? "cm" : String(letters.suffix(2))
    guard letters.count <= 4, isUnit(name) else { return nil }
    let isSmall = name.contains(where: \.isLowercase)
    return head + number.replacing(".", with: ",") + (isSmall ? name.lowercased() : name)
  }

  /// Whether the letter is missing before the sign of a distance: ":3,5cm", which was "C:3,5cm".
  private static func lacksLetter(_ word: String) -> Bool {
    guard let sign = word.first, ".:,;".contains(sign) else { return false }
    return word.dropFirst().first?.isNumber == true
  }

  /// Letters that the digit before a comma or a unit of length is read as.
  private static let misreadDigits: [Character: Character] = [
    "l": "1", "i": "1", "I": "1", "|": "1", "O": "0", "o": "0",
  ]

  private static func isUnit(_ text: some StringProtocol) -> Bool {
    ["cm", "mm"].contains(text.lowercased())
  }

  /// The words with the parts of a distance joined that its comma parts: "3," "5" "cm".
  private static func withoutGaps(_ tokens: [String]) -> [String] {
    var result: [String] = []
    var isOpen = false
    for token in tokens {
      let continues: Bool
      if let last = result.last, last.hasSuffix(","), last.dropLast().last?.isNumber == true {
        continues = token.first?.isNumber == true
      } else {
        continues = isOpen && isUnit(token)
      }
      guard continues else {
        result.append(token)
        isOpen = false
        continue
      }
      result[result.count - 1] += token
      isOpen = token.allSatisfy(\.isNumber)
    }
    return result
  }

  /// The words with the comma of a distance that was lost: "cách 35cm" is 3,5, as no mark of a face
  /// lies farther from its features than a hand is wide.
  private static func withCommas(_ tokens: [String]) -> [String] {
    tokens.indices.map { index in
      let token = tokens[index]
      let number = token.drop { !$0.isNumber }.prefix(while: \.isNumber)
      let head = token.prefix { !$0.isNumber }
      let isDistance =
        head.isEmpty
        ? index > 0 && ["cach", "c", "c:"].contains(FoldedText.fold(tokens[index - 1]))
        : head.count == 2 && "cC".contains(head.prefix(1)) && ".:".contains(head.suffix(1))
      guard isDistance, number.count == 2, number.hasSuffix("5"),
        isUnit(token.dropFirst(head.count + 2))
      else { return token }
      return head + number.prefix(1) + ",5" + token.dropFirst(head.count + 2)
    }
  }

  /// A distance that a mark or direction is glued to, in two.
  private static func parted(_ token: String) -> [String] {
    guard let unit = token.firstRange(of: "cm"), unit.upperBound < token.endIndex,
      token[..<unit.lowerBound].contains(where: \.isNumber),
      token[unit.upperBound...].allSatisfy(\.isLetter)
    else { return [token] }
    return [String(token[..<unit.upperBound]), String(token[unit.upperBound...])]
  }

  /// The words before a line that gives a date.
  private static func withoutDateLine(_ tokens: [String]) -> [String] {
    guard let month = tokens.firstIndex(where: { FoldedText.fold($0) == "thang" }), month >= 3,
      tokens[month...].contains(where: { FoldedText.fold($0) == "nam" })
    else { return tokens }
    return Array(tokens[..<(month - 2)])
  }
}
