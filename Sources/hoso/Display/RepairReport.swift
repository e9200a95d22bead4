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

  var profile: String
  var condition: String
  var changes: [Change]
  var text: String

  init(_ repaired: RepairedText, profile: RepairProfile) {
    self.profile = profile.rawValue
    condition = repaired.condition.rawValue
    text = String(decoding: repaired.text, as: UTF8.self)
    changes = repaired.changes.map { change in
      Change(
        line: change.line, column: change.column, offset: change.offset, from: change.from,
        to: change.to, probability: (Double(change.probability) * 10_000).rounded() / 10_000,
        why: Self.reason(change.condition))
    }
  }

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
