internal import Documents
internal import RecordStore
internal import Spreadsheets

/// The report as a spreadsheet: a sheet of files, and one of sums and reasons.
struct ReportSheet {
  private let file: SpreadsheetFile

  init(path: String) throws {
    file = try SpreadsheetFile(path: path)
    try file.addSheet(
      "Tệp", columns: Array(zip(ReportWords.columns, [50, 18, 24, 60, 60, 8])))
  }

  func append(_ row: ReportRow) throws {
    try file.append([
      .text(row.file), .text(row.verdict),
      .text(row.kinds.map(\.rawValue).joined(separator: " ")), .text(row.reasonsText),
      .text(row.fieldsText), row.seconds.map { .number(($0 * 100).rounded() / 100) } ?? .text(""),
    ])
  }

  func close(_ totals: ReportTotals) throws {
    try file.addSheet("Tổng hợp", columns: [("Mục", 40), ("Giá trị", 16), ("Ví dụ", 80)])
    for line in totals.lines { try file.append([.text(line.name), .text(line.value)]) }
    for reason in totals.ranked {
      try file.append([
        .text(reason.code.rawValue), .number(Double(reason.count)), .text(reason.example),
      ])
    }
    try file.close()
  }
}
