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
    let repaired = text.split(separator: " ").map { token -> String in
      let core = token.trimming { !$0.isLetter }
      guard core.count > 1, core.allSatisfy(\.isLetter) else { return String(token) }
      let key = core.lowercased()
      if words.contains(key) { return String(token) }
      guard let alike = families[key.strippingMarks()], alike.count == 1 else {
        isKnown = false
        return String(token)
      }
      let cased =
        core.first?.isUppercase == true
        ? alike[0].prefix(1).uppercased() + alike[0].dropFirst() : alike[0]
      changes.append(Repair(from: core, to: cased, why: "gazetteer", probability: 0.97))
      guard let place = token.range(of: core) else { return String(token) }
      return token.replacingCharacters(in: place, with: cased)
    }
    return FieldRepair.Repaired(
      value: repaired.joined(separator: " "), repairs: changes,
      lexicon: !isKnown ? .absent : changes.isEmpty ? .exact : .corrected)
  }
}
