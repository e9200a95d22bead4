internal import Documents
internal import RecordStore

/// The sums over the files of a batch.
struct ReportTotals: Sendable {
  private(set) var files = 0
  private(set) var states: [SourceState: Int] = [:]
  private(set) var seconds = 0.0
  private var reasons: [ReasonCode: (count: Int, vi: String)] = [:]

  /// Counts one more file.
  mutating func add(_ row: ReportRow) {
    files += 1
    states[row.state, default: 0] += 1
    seconds += row.seconds ?? 0
    // Each reason once a file; its words are those of its first file, without a value.
    for (code, group) in Dictionary(grouping: row.reasons, by: \.code)
    where group.contains(where: { $0.severity > .note }) {
      reasons[code, default: (0, group.first?.vi ?? "")].count += 1
    }
  }

  /// The share of files that needed no person, of those that are no copies; nil when there is none.
  var touchFree: Double? {
    let own = files - states[.duplicate, default: 0]
    guard own > 0 else { return nil }
    return Double(states[.delivered, default: 0] + states[.accepted, default: 0]) / Double(own)
  }

  /// The reasons that kept files from being accepted, the most frequent first.
  var ranked: [(code: ReasonCode, count: Int, example: String)] {
    reasons.map { ($0.key, $0.value.count, $0.value.vi) }
      .sorted { ($1.1, $0.0.rawValue) < ($0.1, $1.0.rawValue) }
  }

  /// The sums as pairs of a name and a value.
  var lines: [(name: String, value: String)] {
    var lines = [("Tổng số tệp", "\(files)")]
    for state in SourceState.allCases {
      if let count = states[state] { lines.append((ReportWords.state(state), "\(count)")) }
    }
    if let touchFree {
      lines.append(("Không cần người xem", "\((touchFree * 1000).rounded() / 10) %"))
    }
    lines.append(("Thời gian đọc (giây)", "\((seconds * 10).rounded() / 10)"))
    return lines
  }
}
