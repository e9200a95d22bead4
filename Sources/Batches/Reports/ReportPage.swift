internal import Documents
internal import Foundation
internal import RecordStore
internal import WebPages

/// The report as a web page that needs nothing beside itself.
struct ReportPage {
  private let output: ReportOutput

  init(path: String, batch: Batch, totals: ReportTotals) throws {
    output = try ReportOutput(path: path)
    let title = batch.name.escapedForHTML
    try output.write(
      """
      <!doctype html>
      <html lang="vi"><head><meta charset="utf-8"><title>\(title)</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <style>\(Self.style)</style></head><body>
      <h1>\(title)</h1>
      <p>\(batch.createdAt.formatted(.iso8601))</p>
      <table class="sums">

      """)
    for line in totals.lines {
      try output.write(
        "<tr><th>\(line.name.escapedForHTML)<td>\(line.value.escapedForHTML)</tr>\n")
    }
    try output.write("</table>\n")
    if !totals.ranked.isEmpty {
      try output.write("<h2>Lý do</h2><table><tr><th>Mã<th>Số tệp<th>Ví dụ</tr>\n")
      for reason in totals.ranked {
        try output.write(
          "<tr><td><code>\(reason.code.rawValue)</code><td>\(reason.count)"
            + "<td>\(reason.example.escapedForHTML)</tr>\n")
      }
      try output.write("</table>\n")
    }
    let head = ReportWords.columns.map { "<th>\($0.escapedForHTML)" }.joined()
    try output.write("<h2>Tệp</h2><table><tr>\(head)</tr>\n")
  }

  mutating func append(_ row: ReportRow) throws {
    let cells = [
      row.file, row.verdict, row.kinds.map(\.rawValue).joined(separator: " "), row.reasonsText,
      row.fieldsText, row.seconds.map { "\(($0 * 100).rounded() / 100)" } ?? "",
    ]
    try output.write(
      "<tr class=\"\(row.state.rawValue)\">" + cells.map { "<td>\($0.escapedForHTML)" }.joined()
        + "</tr>\n")
  }

  func close() throws {
    try output.write("</table></body></html>\n")
    try output.close()
  }

  private static let style = """
    body { font: 15px/1.4 sans-serif; margin: 1rem; color: #222 }
    table { border-collapse: collapse } td { white-space: pre-wrap; overflow-wrap: anywhere }
    td, th { text-align: left; vertical-align: top; padding: .25rem .5rem;
      border-bottom: 1px solid #ddd }
    .delivered td:nth-child(2) { color: #075 } .review td:nth-child(2) { color: #a50 }
    .rejected td:nth-child(2) { color: #b00 } .duplicate { color: #777 }
    """
}
