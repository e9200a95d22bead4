package import Documents
internal import Foundation
package import Gazetteer

/// How often values of letters are right that came with the same evidence.
package struct LetterConfidence: Sendable {
  private struct Step: Sendable {
    let key: String
    /// The least score of the evidence.
    let least: Double
    let confidence: Double
  }

  private let steps: [Step]

  /// Loads the table in the folder `dictionaries`.
  package init(dictionaries: String) throws(DictionaryError) {
    let table = try DictionaryTable(
      path: dictionaries + "/letters/confidence.tsv",
      columns: ["field", "least", "right", "count", "confidence"])
    var steps: [Step] = []
    for row in 0..<table.count {
      guard let least = Double(table[row, 1]), let confidence = Double(table[row, 4]),
        (0...1).contains(confidence), (0...3).contains(least)
      else {
        throw .malformed(
          path: table.path, line: table.line(of: row),
          problem: "expected a least score of 0 to 3 and a confidence of 0 to 1")
      }
      steps.append(Step(key: table[row, 0], least: least, confidence: confidence))
    }
    self.steps = steps.sorted { $0.least > $1.least }
  }

  /// The confidence of `field`: that of the highest step which its evidence reaches, of its key or
  /// else of all keys.
  package func confidence(of field: Field, key: FieldKey) -> Confidence {
    let score = Self.score(of: field)
    let own = steps.filter { $0.key == key.rawValue }
    let step = (own.isEmpty ? steps.filter { $0.key == Self.anyKey } : own)
      .first { score >= $0.least }
    return Confidence(rawValue: step?.confidence ?? 0.5)
  }

  /// What stands for every key.
  private static let anyKey = "*"

  /// What steps are counted by, 0 … 3: the mean confidence of the engine, less where its weakest word
  /// is doubtful, where the words were repaired or no list knows them; above 1 where another reading
  /// of the same print says the same; above 2 where two others do, and where a text layer or a list
  /// gives the value as it stands.
  package static func score(of field: Field) -> Double {
    let evidence = field.evidence
    let isChanged = evidence.measures[.changedLetters] ?? 0 > 0
    let isListed = evidence.lexicon != .corrected && evidence.lexicon != .absent
    let isWhole = !isChanged && isListed && evidence.isWellFormed
    guard let least = evidence.engineConfidence else { return isWhole ? 3 : 0.8 }
    let mean = evidence.measures[.meanEngine] ?? least
    var score = (mean + least) / 2
    if isWhole, evidence.witnesses == [.textLayer] { return 2 + score }
    if !isListed { score *= 0.9 }
    if !evidence.isWellFormed { score *= 0.9 }
    if isChanged { score *= 0.95 }
    switch evidence.readingsAgree {
    case true?: return (isWhole && evidence.measures[.agreement] ?? 0 >= 2 ? 2 : 1) + score
    case false?: return 0.8 * score
    case nil: return score
    }
  }
}
