package import Foundation
internal import RecordStore

extension RegistryStore {
  /// By what a report counts.
  package enum ReportKey: String, CaseIterable, Sendable {
    case office, type, day, month
  }

  /// A line of a report.
  package struct ReportLine: Hashable, Sendable {
    /// The office, type, day or month.
    package let key: String
    /// How many registrations there are in each state.
    package var states: [String: Int]
  }

  /// How far the registrations of the offices that `caller` sees have come.
  ///
  /// - Parameters:
  ///   - key: By what they are counted; days and months are those of Vietnam.
  ///   - from: The earliest time of receipt; nil for any.
  ///   - before: The time before which they were received; nil for any.
  ///   - caller: Who asks.
  /// - Returns: A line for each key, in order.
  /// - Throws: `DatabaseError`.
  package func report(
    by key: ReportKey, from: Date? = nil, before: Date? = nil, for caller: Caller
  ) throws -> [ReportLine] {
    let column =
      switch key {
      case .office: "office"
      case .type: "type"
      case .day, .month: VietnamDay.number(of: "received_at")
      }
    let rows = try transaction { session in
      try session.database.execute(
        """
        SELECT \(column), state, count(*) FROM registrations
        WHERE received_at >= ? AND received_at < ? AND (? = '*' OR office = ?)
        GROUP BY 1, 2 ORDER BY 1, 2
        """,
        [
          .integer(from.map(RegistrySession.milliseconds) ?? 0),
          .integer(before.map(RegistrySession.milliseconds) ?? Int64.max),
          .text(caller.office == nil ? "*" : ""), .text(caller.office ?? ""),
        ])
    }
    var lines: [ReportLine] = []
    for row in rows {
      let name =
        switch key {
        case .office, .type: row.text(0)
        case .day: VietnamDay.name(ofDay: row.integer(0))
        case .month: VietnamDay.name(ofMonth: row.integer(0))
        }
      if lines.last?.key != name { lines.append(ReportLine(key: name, states: [:])) }
      lines[lines.count - 1].states[row.text(1), default: 0] += Int(row.integer(2))
    }
    return lines
  }
}

extension RegistryStore {
  /// How many registrations of a type are in a state.
  package struct Count: Sendable {
    /// The type.
    package let type: RegistrationType
    /// The state.
    package let state: String
    /// How many.
    package let count: Int
  }

  /// How many registrations there are of each type in each state.
  package func counts() throws -> [Count] {
    try look { session in
      try session.database.execute(
        "SELECT type, state, count(*) FROM registrations GROUP BY 1, 2 ORDER BY 1, 2"
      ).compactMap { row in
        RegistrationType(rawValue: row.text(0)).map {
          Count(type: $0, state: row.text(1), count: Int(row.integer(2)))
        }
      }
    }
  }
}
