import Documents
import VietnameseText

/// Puts marks right on phrases that a field often holds: "tố dân phố" is "tổ dân phố".
struct PhraseRepair {
  private let phrases: [[String]]

  /// Creates a repair from phrases of two words or more, in small letters.
  init(_ phrases: [String]) {
    self.phrases = phrases.map { $0.split(separator: " ").map(String.init) }
      .filter { $0.count > 1 }.sorted { $0.count > $1.count }
  }

  /// The text with the marks of each known phrase as they must be; letters stay what they are.
  func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var words = text.split(separator: " ").map(String.init)
    var repairs: [Repair] = []
    let areCapitals = text == text.uppercased()
    var index = 0
    while index < words.count {
      let match = phrases.first { phrase in
        index + phrase.count <= words.count
          && phrase.indices.allSatisfy { Self.isAlike(words[index + $0], phrase[$0]) }
      }
      guard let match else {
        index += 1
        continue
      }
      for (offset, right) in match.enumerated() {
        let word = words[index + offset]
        let corrected = Self.put(right, into: word, inCapitals: areCapitals)
        guard corrected != word else { continue }
        repairs.append(Repair(from: word, to: corrected, why: "gazetteer", probability: 0.95))
        words[index + offset] = corrected
      }
      index += match.count
    }
    return (words.joined(separator: " "), repairs)
  }

  private static func isAlike(_ word: String, _ right: String) -> Bool {
    PrintComparison.key(word).strippingMarks() == right.lowercased().strippingMarks()
  }

  /// The right word in the letter case and between the signs of `word`.
  private static func put(
    _ right: String, into word: String, inCapitals areCapitals: Bool
  ) -> String {
    let core = word.trimming { !$0.isLetter && !$0.isNumber }
    let isOdd = !areCapitals && core.count > 1 && core == core.uppercased()
    guard
      isOdd
        || core.lowercased().foldingTonePlacement() != right.lowercased().foldingTonePlacement()
    else { return word }
    let head = word.prefix { !$0.isLetter && !$0.isNumber }
    let tail = word.reversed().prefix { !$0.isLetter && !$0.isNumber }.reversed()
    let cased: String
    if core.count > 1, core == core.uppercased(), !isOdd {
      cased = right.uppercased()
    } else if core.first?.isUppercase == true {
      cased = right.prefix(1).uppercased() + right.dropFirst()
    } else {
      cased = right
    }
    return String(head) + cased + String(tail)
  }
}
