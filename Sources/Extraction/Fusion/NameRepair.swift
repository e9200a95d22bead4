import Documents
import Gazetteer

/// Puts the words of misread names right, each where only one fits.
struct NameRepair {
  let model: NameModel

  /// Below this a word stays as it is: two names that both exist are a doubt, not a mistake.
  private static let certainty = 0.9

  /// Whether a name begins with the word that only stands behind surnames: the surname was not read,
  /// or it is Thi, below which lies a speck.
  private static func lacksSurname(_ name: String) -> Bool {
    name.split(separator: " ").first?.lowercased() == "thị"
  }

  /// The name with what is certain put right; known to the lexicon when no word is left in doubt.
  func repaired(_ name: String) -> FieldRepair.Repaired { repaired(name, read: [[name]]) }

  /// The name with what is certain by all readings of it put right, those of each place of the page
  /// where it stands.
  func repaired(_ name: String, read places: [[String]]) -> FieldRepair.Repaired {
    let words = model.words(of: name, read: places)
    guard words.count > 1 else { return FieldRepair.Repaired(value: name) }
    let isSignRead = places.joined().contains { $0.contains(where: NameModel.isApostrophe) }
    var isCertain = true
    var repairs: [Repair] = []
    var knowledge = 1.0
    let meant = words.map { printed, meant in
      // A sign that no reading has is a suggestion for a person to see.
      if !isSignRead, meant.first?.text.contains("'") == true { isCertain = false }
      guard let best = meant.first, best.text != printed else {
        knowledge = min(knowledge, meant.first?.probability ?? 0)
        return printed
      }
      guard best.probability >= Self.certainty else {
        isCertain = false
        knowledge = min(knowledge, meant.first { $0.text == printed }?.probability ?? 0)
        return printed
      }
      knowledge = min(knowledge, best.probability)
      repairs.append(
        Repair(from: printed, to: best.text, why: "names", probability: best.probability))
      return best.text
    }
    let value = meant.joined(separator: " ")
    if repairs.isEmpty, value != name {
      repairs.append(Repair(from: name, to: value, why: "names", probability: 0.9))
    }
    let isKnown = isCertain && model.isKnown(value)
    var repaired = FieldRepair.Repaired(
      value: value, repairs: repairs,
      lexicon: !isKnown ? .absent : repairs.isEmpty ? .exact : .corrected)
    repaired.knowledge = knowledge
    repaired.lacks = Self.lacksSurname(value) ? 1 : 0
    return repaired
  }
}
