internal import Foundation
internal import VietnameseText

/// Finds out which letters stand behind the characters of a broken character map.
///
/// A map is broken consistently: a glyph's character is always the same. Words read from the image,
/// laid beside words of the layer, vote for what each character stands for; what no word read shows
/// is found by the words that it would make.
struct SubstitutionSolver {
  private let model: LanguageModel
  private var votes: [Unicode.Scalar: [Unicode.Scalar: Int]] = [:]

  init(model: LanguageModel) { self.model = model }

  /// Takes the words of a line of the layer and those read from its image; they must be as many.
  mutating func learn(_ stated: [String], _ read: [String]) {
    guard stated.count == read.count else { return }
    for (word, other) in zip(stated, read) {
      let (characters, letters) = (Array(word.unicodeScalars), Array(other.unicodeScalars))
      guard characters.count == letters.count else { continue }
      for (character, letter) in zip(characters, letters) {
        votes[character, default: [:]][letter, default: 0] += 1
      }
    }
  }

  /// What each character stands for, with the doubtful ones of `words` chosen by the language model;
  /// nil where the votes contradict each other, as they do when the map is not broken consistently.
  func map(for words: [String]) -> [Unicode.Scalar: Unicode.Scalar]? {
    var map: [Unicode.Scalar: Unicode.Scalar] = [:]
    var (agreeing, all) = (0, 0)
    for (character, letters) in votes {
      let sum = letters.values.reduce(0, +)
      guard let best = letters.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
        continue
      }
      agreeing += best.value
      all += sum
      if best.value >= 2, 3 * best.value >= 2 * sum { map[character] = best.key }
    }
    guard all >= Self.fewestVotes, 100 * agreeing >= Self.leastAgreement * all else { return nil }
    complete(&map, words)
    return map
  }

  /// Fewer letters seen side by side prove nothing.
  private static let fewestVotes = 150
  /// The share of the votes, in hundredths, that must go to the letter chosen.
  private static let leastAgreement = 85
  /// Words looked at to find what one character stands for.
  private static let mostWords = 30

  /// Chooses for each character of `words` that has no letter yet the one that makes most words.
  private func complete(_ map: inout [Unicode.Scalar: Unicode.Scalar], _ words: [String]) {
    var examples: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
    for word in words {
      let scalars = Array(word.unicodeScalars)
      let open = Set(scalars.filter { map[$0] == nil })
      guard open.count == 1, let only = open.first, scalars.count > 1 else { continue }
      if examples[only, default: []].count < Self.mostWords {
        examples[only, default: []].append(scalars)
      }
    }
    for (character, words) in examples {
      let costs = Self.alphabet.map { letter in
        (letter: letter, cost: words.reduce(0) { $0 + cost($1, map, character, letter) })
      }.sorted { $0.cost < $1.cost }
      // A character that stands for itself, such as a bracket, makes no words.
      guard costs.count > 1, costs[1].cost - costs[0].cost > 1,
        costs[0].cost < Self.strange * Double(words.count) * 0.8
      else { continue }
      let isCapital = character.properties.isUppercase
      let capital = String(costs[0].letter).uppercased().unicodeScalars.first
      map[character] = isCapital ? capital ?? costs[0].letter : costs[0].letter
    }
  }

  /// Whether `map` says what all but a few of the characters of `words` stand for; punctuation may
  /// stand for itself.
  static func isWhole(_ map: [Unicode.Scalar: Unicode.Scalar], for words: [String]) -> Bool {
    var (known, all) = (0, 0)
    for word in words {
      for scalar in word.unicodeScalars where !Self.punctuation.contains(scalar) {
        all += 1
        if map[scalar] != nil { known += 1 }
      }
    }
    return 1000 * known >= Self.leastKnown * all
  }

  private static let punctuation = Set(".,;:-–()/\"“”".unicodeScalars)
  /// The share of the characters, in thousandths, that must be known.
  private static let leastKnown = 995

  private static let strange = 22.0
  private static let alphabet = Array(
    ("aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
      + "0123456789").unicodeScalars)

  private func cost(
    _ word: [Unicode.Scalar], _ map: [Unicode.Scalar: Unicode.Scalar], _ character: Unicode.Scalar,
    _ letter: Unicode.Scalar
  ) -> Double {
    var view = String.UnicodeScalarView()
    for scalar in word { view.append(scalar == character ? letter : map[scalar] ?? scalar) }
    let text = String(view).trimmingCharacters(in: .punctuationCharacters).lowercased()
    guard let probability = model.probability(ofWord: text) else { return Self.strange }
    return -log(Double(max(probability, 1e-9)))
  }
}
