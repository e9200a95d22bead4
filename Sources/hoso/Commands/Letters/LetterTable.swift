import Documents
import Letters
import Pipeline
import Terminal

/// A letter as a table for the terminal.
struct LetterTable {
  let width: Int
  let colour: Bool

  /// The names of the fields in Vietnamese, in the order of a letter.
  private static let names: [(FieldKey, String)] = [
    (.parentIssuer, "Cơ quan chủ quản"), (.issuer, "Cơ quan ban hành"), (.letterNumber, "Số"),
    (.issuedAt, "Nơi ban hành"), (.issuedOn, "Ngày"), (.letterType, "Loại"),
    (.subject, "Trích yếu"), (.recipients, "Kính gửi"), (.signerTitle, "Chức vụ"),
    (.signer, "Người ký"), (.distribution, "Nơi nhận"),
  ]

  /// The table for one file, with what stands in the way below it.
  func text(for outcome: LetterOutcome) -> String {
    var text = "\(outcome.result.source.name.printable): \(outcome.result.verdict.rawValue)\n"
    if let document = outcome.result.documents.first {
      var table = TextTable(header: ["Field", "Value", "Confidence"])
      for (key, name) in Self.names {
        guard let field = document.fields[key] else { continue }
        let isBlank = outcome.text.blankFields.contains(key)
        table.append([
          TextTable.Cell(name), TextTable.Cell(Self.value(field) ?? (isBlank ? "(để trống)" : "–")),
          TextTable.Cell(field.value == nil ? "" : Percentage.text(field.confidence.rawValue)),
        ])
      }
      text += table.text(width: width, colour: colour)
    }
    if !outcome.text.stamps.isEmpty {
      text += "Dấu: \(outcome.text.stamps.joined(separator: ", ").printable)\n"
    }
    for reason in outcome.result.reasons + (outcome.result.documents.first?.reasons ?? []) {
      text += "- \(reason.vi)\n"
    }
    return text
  }

  private static func value(_ field: Field) -> String? {
    switch field.value {
    case .text(let text): text
    case .list(let items): items.joined(separator: "; ")
    case .rows, nil: nil
    }
  }
}
