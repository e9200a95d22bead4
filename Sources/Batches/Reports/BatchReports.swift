internal import Documents
internal import Foundation
public import RecordStore
internal import Spreadsheets
internal import Workers

/// The reports of a batch: a web page, a spreadsheet and a CSV file, each with every file, its verdict,
/// reasons, fields and time, and the sums.
///
/// They are written from the store file by file, so that a long batch takes no more memory. They hold
/// people's data: only their owner may read them.
public struct BatchReports: Sendable {
  /// Why there is no report.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, on what, and the way out.
    public let description: String
  }

  private let store: RecordStore

  /// Creates reports of what is in `store`.
  public init(store: RecordStore) { self.store = store }

  /// Writes the three files into `folder`, which is made if it is not there; returns their paths.
  ///
  /// Older reports of the batch there are replaced, each at once.
  @discardableResult
  public func write(_ batch: Batch, to folder: String) async throws -> [String] {
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure(
        description: "cannot make the folder \(folder) for reports; check the path and permissions")
    }
    let paths = ["report.html", "report.xlsx", "report.csv"].map { folder + "/" + $0 }
    let unfinished = paths.map { $0 + ".part" }
    defer { for path in unfinished { try? files.removeItem(atPath: path) } }
    let totals = try await totals(of: batch)
    var page = try ReportPage(path: unfinished[0], batch: batch, totals: totals)
    let sheet = try ReportSheet(path: unfinished[1])
    var lines = try ReportLines(path: unfinished[2])
    try await eachRow(of: batch) { row in
      try page.append(row)
      try sheet.append(row)
      try lines.append(row)
    }
    try page.close()
    try sheet.close(totals)
    try lines.close()
    for (from, to) in zip(unfinished, paths) {
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: from)
      guard FileReplacement.move(from, over: to) else {
        throw Failure(description: "cannot write \(to); check the folder's permissions")
      }
    }
    try await store.noteReports(ofBatch: batch.id, in: folder)
    return paths
  }

  private func totals(of batch: Batch) async throws -> ReportTotals {
    var totals = ReportTotals()
    try await eachRow(of: batch) { totals.add($0) }
    return totals
  }

  private func eachRow(of batch: Batch, _ body: (ReportRow) throws -> Void) async throws {
    var last: Int64 = 0
    while true {
      let ids = try await store.sourceIDs(inBatch: batch.id, after: last, limit: 100)
      guard let final = ids.last else { return }
      for id in ids {
        guard let source = try await store.source(id) else { continue }
        try body(ReportRow(source, result: try await store.result(ofSource: id)))
      }
      last = final
    }
  }
}
