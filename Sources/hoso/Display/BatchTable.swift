import Batches
import Delivery
import Documents
import Foundation
import RecordStore
import Terminal

/// Draws what became of the files of a batch.
struct BatchTable {
  var width: Int
  var colour: Bool

  /// One row a file, and the sums.
  func text(for report: BatchReport) -> String {
    var table = TextTable(header: ["File", "What", "State", "Why"])
    let roots = report.batch.roots
    // The workers settle files in any order; two runs should look alike.
    for source in report.files.map(\.source).sorted(by: { $0.path < $1.path }) {
      table.append([
        TextTable.Cell(Self.name(of: source.path, below: roots)),
        TextTable.Cell(Set(source.kinds.map(\.rawValue)).sorted().joined(separator: " ")),
        TextTable.Cell(source.state.rawValue, style: Self.style(of: source.state)),
        TextTable.Cell(Self.why(source, roots: roots)),
      ])
    }
    var text = table.text(width: width, colour: colour)
    let counts = Dictionary(grouping: report.files, by: \.source.state).mapValues(\.count)
    let sums = SourceState.allCases.compactMap { state in
      counts[state].map { "\($0) \(state.rawValue)" }
    }
    let known = report.files.count(where: \.wasKnown)
    text += "\n\(report.files.count) files: \(sums.joined(separator: ", "))"
    if known > 0 { text += "; \(known) were settled by an earlier run" }
    return text + "\n"
  }

  /// One row a batch.
  func text(for batches: [Batch]) -> String {
    var table = TextTable(header: ["Batch", "State", "Files", "Begun"])
    for batch in batches {
      let counts = SourceState.allCases.compactMap { state in
        batch.counts[state].map { "\($0) \(state.rawValue)" }
      }
      table.append([
        TextTable.Cell(batch.name), TextTable.Cell(batch.state.rawValue),
        TextTable.Cell(counts.joined(separator: ", ")),
        TextTable.Cell(batch.createdAt.formatted(.iso8601)),
      ])
    }
    return table.text(width: width, colour: colour)
  }

  /// The path below the folder that the user named, else the whole path.
  private static func name(of path: String, below roots: [String]) -> String {
    if roots.contains(path) { return URL(filePath: path).lastPathComponent }
    let root = roots.first { path.hasPrefix($0 + "/") }
    return root.map { String(path.dropFirst($0.count + 1)) } ?? path
  }

  private static func why(_ source: StoredSource, roots: [String]) -> String {
    if let original = source.originalPath {
      return "duplicate of \(name(of: original, below: roots))"
    }
    if let whole = source.joinedPath {
      return "ghép với \(name(of: whole, below: roots))"
    }
    guard let first = source.reasons.max(by: { $0.severity < $1.severity }) else { return "" }
    let rest = source.reasons.filter { $0.severity >= first.severity && $0 != first }.count
    let field = first.field.map { "\($0): " } ?? ""
    return field + first.vi + (rest > 0 ? " (+\(rest))" : "")
  }

  private static func style(of state: SourceState) -> Style {
    switch state {
    case .delivered: .good
    case .accepted, .review, .taken: .warning
    case .rejected: .bad
    case .duplicate: .faint
    }
  }
}
