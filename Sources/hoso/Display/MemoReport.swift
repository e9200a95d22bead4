import Documents
import Foundation
import Memos
import Spreadsheets
import Terminal

/// Writes what memos say: as a table, as JSON, or as comma-separated values.
struct MemoReport {
  /// How the memos are written.
  enum Format {
    case table, json, csv
  }

  /// A memo with the place where it stands.
  private struct Line: Encodable {
    /// A row of a file.
    struct Source: Encodable {
      var name: String
      var line: Int
    }

    var source: Source?
    var memo: Memo

    private enum CodingKeys: String, CodingKey {
      case source
    }

    func encode(to encoder: any Encoder) throws {
      try memo.encode(to: encoder)
      var values = encoder.container(keyedBy: CodingKeys.self)
      try values.encodeIfPresent(source, forKey: .source)
    }
  }

  let format: Format
  let width: Int
  let colour: Bool
  private var rows = TextTable(header: ["Line", "Name", "Number", "Phone", "Verdict", "Why"])
  private var hasHeader = false

  init(format: Format, width: Int, colour: Bool) {
    self.format = format
    self.width = width
    self.colour = colour
  }

  /// Takes in a memo; the text that can be written at once, nil for a table.
  mutating func added(_ memo: Memo, source: String?, line: Int) throws -> String? {
    switch format {
    case .json:
      let place = source.map { Line.Source(name: $0, line: line) }
      return try JSONEncoder.stable.text(of: Line(source: place, memo: memo))
    case .csv:
      let head = hasHeader ? "" : Self.header + "\n"
      hasHeader = true
      return head + Self.row(memo, source: source, line: line)
    case .table:
      rows.append(cells(memo, line: line))
      return nil
    }
  }

  /// The table of all memos; nil for the other formats.
  func table() -> String? { format == .table ? rows.text(width: width, colour: colour) : nil }

  private static let header =
    "source,line,"
    + Memo.keys.map { "\($0.rawValue),\($0.rawValue)Confidence" }.joined(separator: ",")
    + ",verdict,reasons"

  private static func row(_ memo: Memo, source: String?, line: Int) -> String {
    var cells = [source ?? "", String(line)]
    for key in Memo.keys {
      let value = memo.fields[key]?.value?.text
      cells.append(value ?? "")
      cells.append(value == nil ? "" : String(memo.fields[key]?.confidence.rawValue ?? 0))
    }
    cells.append(memo.verdict.rawValue)
    cells.append(
      memo.reasons.map { $0.code.rawValue + ($0.field.map { " \($0.rawValue)" } ?? "") }
        .joined(separator: "; "))
    return CSVLine.row(cells)
  }

  private func cells(_ memo: Memo, line: Int) -> [TextTable.Cell] {
    let values = Memo.keys.map { key in
      let field = memo.fields[key]
      let isDoubtful = (field?.confidence.rawValue ?? 0) < 0.9
      return TextTable.Cell(
        field?.value?.text ?? "–",
        style: field?.value == nil ? .faint : isDoubtful ? .warning : .plain)
    }
    let grave = memo.reasons.filter { $0.severity != .note }
    return [TextTable.Cell(String(line))] + values + [
      TextTable.Cell(memo.verdict.rawValue, style: Style(memo.verdict)),
      TextTable.Cell((grave.first ?? memo.reasons.first)?.en ?? ""),
    ]
  }
}
