import Documents
import Foundation

/// What speaks for or against a value, as named numbers of about 0 … 1 for a logistic model.
struct EvidenceFeatures {
  /// A named number.
  struct Feature: Hashable {
    var name: String
    var value: Double
    /// Whether it is of one group, kind or field alone.
    var isSpecial = false
  }

  /// The features of `evidence`: each for all values and once more for those of `group` alone, so
  /// that a sort of field departs from the common weights as far as its own values say so.
  static func features(
    of evidence: Evidence, key: FieldKey, kind: DocumentKind, group: String
  ) -> [Feature] {
    var common = [Feature(name: "any", value: 1)]
    func add(_ name: String, _ value: Double) {
      if value != 0 { common.append(Feature(name: name, value: value)) }
    }
    addReading(evidence, add)
    addJudgement(evidence, add)
    // Cards hold no free text but streets, of which the language model knows little.
    if !kind.isCard { addLanguage(evidence, add) }
    addPrint(evidence, add)
    return common
      + common.map {
        Feature(name: "\(group) \($0.name)", value: $0.value, isSpecial: true)
      } + [
        Feature(name: "kind \(kind.rawValue)", value: 1, isSpecial: true),
        Feature(name: "field \(kind.rawValue) \(key.rawValue)", value: 1, isSpecial: true),
      ]
  }

  /// How sure the engine was, and whether it read the same again.
  private static func addReading(_ evidence: Evidence, _ add: (String, Double) -> Void) {
    let measures = evidence.measures
    func addEngine(_ name: String, _ confidence: Double?) {
      guard let confidence else { return add("\(name) unknown", 1) }
      add(name, nearness(confidence))
      add("\(name) below 0.9", max(0, 0.9 - confidence))
      add("\(name) below 0.6", max(0, 0.6 - confidence))
    }
    addEngine("engine", evidence.engineConfidence)
    addEngine("other", measures[.otherEngine])
    add("mean below 0.95", measures[.meanEngine].map { max(0, 0.95 - $0) * 3 } ?? 0)
    let agreement = measures[.agreement] ?? 0
    add("agreement 2", agreement >= 2 ? 1 : 0)
    add("agreement 3", agreement >= 3 ? 1 : 0)
    add("agreement 4", agreement >= 4 ? 1 : 0)
    let words = measures[.wordAgreement] ?? 0
    add("words agree 2", words >= 2 ? 1 : 0)
    add("words agree 3", words >= 3 ? 1 : 0)
    add("taught otherwise", measures[.taughtDissent] ?? 0)
    if let distance = measures[.rivalDistance] {
      add("rival", 1)
      add("near rival", 1 / max(1, distance))
    }
    add("unread label", measures[.label] == 0 ? 1 : 0)
    add("faint label", 1 - (measures[.label] ?? 1))
  }

  /// What parser, lists, rules and witnesses say.
  private static func addJudgement(_ evidence: Evidence, _ add: (String, Double) -> Void) {
    let measures = evidence.measures
    add("list \(evidence.lexicon.rawValue)", 1)
    add("malformed", evidence.isWellFormed ? 0 : 1)
    add("proven", evidence.isProven ? 1 : 0)
    for source in evidence.witnesses where source != .ocr { add("witness \(source.rawValue)", 1) }
    add("without print", evidence.witnesses.contains(.ocr) ? 0 : 1)
    for source in evidence.dissenters { add("against \(source.rawValue)", 1) }
    if let knowledge = measures[.knowledge] {
      add("knowledge", nearness(knowledge))
      add("knowledge below 0.9", max(0, 0.9 - knowledge))
      add("tens of certainty", tens(knowledge))
    }
    let repetitions = measures[.repetitions] ?? 0
    add("repeated", repetitions > 0 ? 1 : 0)
    add("repeated twice", repetitions > 1 ? 1 : 0)
    add("repeated otherwise", repetitions < 0 ? 1 : 0)
    let corroboration = measures[.corroboration] ?? 0
    add("corroboration", max(0, min(3, corroboration)) / 2)
    add("corroborated", corroboration > 0 ? 1 : 0)
    add("contradicted", corroboration < 0 ? 1 : 0)
  }

  /// What the language model says.
  private static func addLanguage(_ evidence: Evidence, _ add: (String, Double) -> Void) {
    guard let fluency = evidence.measures[.fluency] else { return }
    add("fluency", nearness(fluency))
    add("fluency below 0.9", max(0, 0.9 - fluency))
  }

  /// What the value looks like, and how well its region was captured.
  private static func addPrint(_ evidence: Evidence, _ add: (String, Double) -> Void) {
    let measures = evidence.measures
    add("strange words", min(3, measures[.strangeWords] ?? 0) / 2)
    add("odd case", min(2, measures[.oddCase] ?? 0))
    add("odd signs", min(2, measures[.oddSigns] ?? 0))
    add("lacks", min(2, measures[.lacks] ?? 0))
    add("free letters", min(40, measures[.freeLetters] ?? 0) / 20)
    add("free digits", min(6, measures[.freeDigits] ?? 0) / 3)
    add("changed", (measures[.changedLetters] ?? 0) > 0 ? 1 : 0)
    add("changed letters", min(6, measures[.changedLetters] ?? 0) / 4)
    add("dropped letters", min(6, measures[.droppedLetters] ?? 0) / 3)
    add("other dropped letters", min(6, measures[.otherDroppedLetters] ?? 0) / 3)
    add("length", min(80, measures[.length] ?? 0) / 40)
    add("more lines", (measures[.lines] ?? 1) > 1 ? 1 : 0)
    if let height = measures[.textHeight], height > 0 {
      add("small print", max(0, 20 - height) / 10)
    }
    add("dull edges", 1 - (measures[.sharpness] ?? 1))
    add("low contrast", 1 - (measures[.contrast] ?? 1))
    add("glare", min(0.1, measures[.glare] ?? 0) * 10)
  }

  /// How many tens to one speak for a word beside its likeliest rival, 1 … 5, as a share of 5.
  ///
  /// Lists keep back half a hundredth for words that they do not hold.
  private static func tens(_ probability: Double) -> Double {
    -log10(min(1, max(1e-5, 0.995 - probability))) / 5
  }

  /// How near to 1 a probability is: 0 at 0, about 1 at the surest that engines say.
  private static func nearness(_ probability: Double) -> Double {
    -log(1.02 - min(1, max(0.02, probability))) / 4
  }
}
