import Foundation
import VietnameseText

/// What a repair changed, as JSON.
struct RepairReport: Encodable {
  /// A change.
  struct Change: Encodable {
    var line: Int
    var column: Int
    var offset: Int
    var from: String
    var to: String
    var probability: Double
    var why: String
  }

  /// A paragraph that was in an old encoding.
  struct Encoding: Encodable {
    var line: Int
    var encoding: String
    var isMixed: Bool
    var confidence: Double
  }

  var profile: String
  var condition: String
  /// The paragraphs that were converted before the repair; `changes` count in the converted text.
  var encodings: [Encoding]
  var changes: [Change]
  var text: String

  init(
    _ repaired: RepairedText, profile: RepairProfile,
    encodings paragraphs: [ConvertedText.Paragraph]
  ) {
    encodings = paragraphs.map { paragraph in
      Encoding(
        line: paragraph.line, encoding: paragraph.encoding.rawValue, isMixed: paragraph.isMixed,
        confidence: Self.rounded(paragraph.confidence))
    }
    self.profile = profile.rawValue
    condition = repaired.condition.rawValue
    text = String(decoding: repaired.text, as: UTF8.self)
    changes = repaired.changes.map { change in
      Change(
        line: change.line, column: change.column, offset: change.offset, from: change.from,
        to: change.to, probability: Self.rounded(Double(change.probability)),
        why: Self.reason(change.condition))
    }
  }

  private static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  private static func reason(_ condition: TextCondition) -> String {
    switch condition {
    case .stripped: "marks"
    case .readAsEnglish: "ocr-eng"
    case .readAsVietnamese: "ocr-vie"
    case .clean, .foreign: "slip"
    }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
