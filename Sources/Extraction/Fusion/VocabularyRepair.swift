import Documents
import Foundation
import VietnameseText

/// Puts marks right on the words of a field whose few words are known.
struct VocabularyRepair {
  private let words: Set<String>
  private let families: [String: [String]]

  /// Creates a repair from words in small letters.
  init(_ words: [String]) {
    self.words = Set(words)
    families = Dictionary(grouping: self.words.sorted(), by: { $0.strippingMarks() })
  }

  /// The text with each word that the vocabulary lacks replaced by the one word of the vocabulary
  /// that differs from it by marks alone.
  func repaired(_ text: String) -> FieldRepair.Repaired {
    var changes: [Repair] = []
    var isKnown = true
    let repaired = text.split(separator: " ").flatMap { parted($0, &changes) }.map {
      token -> String in
      let core = token.trimming { !$0.isLetter }
      guard core.count > 1, core.allSatisfy(\.isLetter) else { return String(token) }
      let key = core.lowercased()
      if words.contains(key) { return String(token) }
      guard let word = word(like: key) else {
        isKnown = false
        return String(token)
      }
      let cased =
        core.first?.isUppercase == true
        ? word.prefix(1).uppercased() + word.dropFirst() : word
      changes.append(Repair(from: core, to: cased, why: "gazetteer", probability: 0.97))
      guard let place = token.range(of: core) else { return String(token) }
      return token.replacingCharacters(in: place, with: cased)
    }
    return FieldRepair.Repaired(
      value: repaired.joined(separator: " "), repairs: changes,
      lexicon: !isKnown ? .absent : changes.isEmpty ? .exact : .corrected)
  }

  /// The one word of the vocabulary that differs from `key` by marks alone; of several the one that
  /// differs by the tone alone.
  private func word(like key: String) -> String? {
    let alike = families[key.strippingMarks()] ?? []
    if alike.count == 1 { return alike[0] }
    let toneless = Self.withoutTones(key)
    let nearest = alike.filter { Self.withoutTones($0) == toneless }
    return nearest.count == 1 ? nearest[0] : nil
  }

  private static func withoutTones(_ word: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      scalars.append(Letter(scalar)?.with(tone: .level).scalar ?? scalar)
    }
    return String(scalars)
  }

  /// A number and a word of the vocabulary that lost the space between them, in two: "06tháng".
  private func parted(_ token: Substring, _ changes: inout [Repair]) -> [Substring] {
    let number = token.prefix(while: \.isNumber)
    let rest = token.dropFirst(number.count)
    let word = rest.trimming { !$0.isLetter }
    guard !number.isEmpty, word.count > 1, word.allSatisfy(\.isLetter),
      rest.prefix(while: { !$0.isLetter }).allSatisfy({ $0 == "." }),
      families[word.lowercased().strippingMarks()] != nil
    else { return [token] }
    changes.append(
      Repair(from: String(token), to: number + " " + word, why: "gazetteer", probability: 0.97))
    return [number, Substring(word)]
  }
}
