internal import Documents
internal import RecordStore
internal import Spreadsheets

/// The report as CSV: a row a file, and no sums, so that every row is alike.
struct ReportLines {
  private let output: ReportOutput

  init(path: String) throws {
    output = try ReportOutput(path: path)
    try output.write(CSVLine.byteOrderMark + CSVLine.text(ReportWords.columns))
  }

  mutating func append(_ row: ReportRow) throws {
    try output.write(
      CSVLine.text([
        row.file, row.verdict, row.kinds.map(\.rawValue).joined(separator: " "), row.reasonsText,
        row.fieldsText, row.seconds.map { "\(($0 * 100).rounded() / 100)" } ?? "",
      ]))
  }

  func close() throws { try output.close() }
}
