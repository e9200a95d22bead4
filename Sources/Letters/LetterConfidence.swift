package import Documents
internal import Foundation
package import Gazetteer

/// How often values of letters are right that came with the same evidence.
package struct LetterConfidence: Sendable {
  private struct Step: Sendable {
    let key: String
    /// The least mean confidence of the engine over the value's letters.
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
        (0...1).contains(confidence)
      else {
        throw .malformed(
          path: table.path, line: table.line(of: row), problem: "expected numbers from 0 to 1")
      }
      steps.append(Step(key: table[row, 0], least: least, confidence: confidence))
    }
    self.steps = steps.sorted { $0.least > $1.least }
  }

  /// The confidence of `field`: that of the highest step of its key which its evidence reaches.
  package func confidence(of field: Field, key: FieldKey) -> Confidence {
    let score = Self.score(of: field)
    let step = steps.first { $0.key == key.rawValue && score >= $0.least }
    return Confidence(rawValue: step?.confidence ?? 0.5)
  }

  /// What steps are counted by: the mean confidence of the engine, less where readings of the line
  /// differ or its weakest word is doubtful; 1 for text that no engine read.
  package static func score(of field: Field) -> Double {
    let evidence = field.evidence
    guard let least = evidence.engineConfidence else { return 1 }
    let mean = evidence.measures[.meanEngine] ?? least
    var score = (mean + least) / 2
    if evidence.readingsAgree == false { score *= 0.8 }
    if evidence.lexicon == .corrected || !evidence.isWellFormed { score *= 0.9 }
    return score
  }
}
