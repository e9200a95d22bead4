package import Foundation
internal import RecordStore

extension RegistryStore {
  /// How far registrations have come, by office, unit, day or month of receipt.
  ///
  /// - Parameters:
  ///   - key: By what they are gathered; days and months are those of Vietnam.
  ///   - office: The one office that counts; nil for all that `caller` sees.
  ///   - type: The one type that counts; nil for all. Units count individual accounts alone.
  ///   - from: The earliest time of receipt; nil for any.
  ///   - before: The time before which they were received; nil for any.
  ///   - caller: Who asks.
  /// - Returns: A line for each key, in order.
  /// - Throws: `DatabaseError`.
  package func progress(
    by key: RegistrationProgress.Key, office: String? = nil, type: RegistrationType? = nil,
    from: Date? = nil, before: Date? = nil, for caller: Caller
  ) throws -> [RegistrationProgress] {
    let first = from.map(RegistrySession.milliseconds) ?? 0
    let end = before.map(RegistrySession.milliseconds) ?? Int64.max
    let range = first..<max(first, end)
    return try transaction { [self] session in
      try session.note(caller, "report", target: "", outcome: key.rawValue)
      guard caller.office == nil || office == nil || caller.office == office else { return [] }
      guard key == .unit else {
        return try lines(
          by: key, office: caller.office ?? office, type: type, range: range, in: session)
      }
      var lines: [RegistrationProgress] = []
      var last = ""
      while true {
        let units = try session.units(after: last, limit: 100, for: caller)
        guard let end = units.last else { return lines }
        for unit in units where office == nil || office == unit.office {
          lines.append(try line(for: unit, range: range, in: session))
        }
        last = end.code
      }
    }
  }

  private func lines(
    by key: RegistrationProgress.Key, office: String?, type: RegistrationType?, range: Range<Int64>,
    in session: RegistrySession
  ) throws -> [RegistrationProgress] {
    let column = key == .office ? "office" : VietnamDay.number(of: "received_at")
    let rows = try session.database.execute(
      """
      SELECT \(column), type, state, count(*), CAST(sum(changed_at - received_at) AS BIGINT)
      FROM registrations
      WHERE received_at >= ? AND received_at < ? AND (? = '*' OR office = ?)
        AND (? = '*' OR type = ?)
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      """,
      [
        .integer(range.lowerBound), .integer(range.upperBound),
        .text(office == nil ? "*" : ""), .text(office ?? ""), .text(type == nil ? "*" : ""),
        .text(type?.rawValue ?? ""),
      ])
    var lines: [RegistrationProgress] = []
    for row in rows {
      let name =
        switch key {
        case .office, .unit: row.text(0)
        case .day: VietnamDay.name(ofDay: row.integer(0))
        case .month: VietnamDay.name(ofMonth: row.integer(0))
        }
      if lines.last?.key != name { lines.append(RegistrationProgress(key: name)) }
      guard let type = RegistrationType(rawValue: row.text(1)) else { continue }
      lines[lines.count - 1].add(
        Int(row.integer(3)), in: row.text(2), of: workflows[type],
        milliseconds: row.integer(4))
    }
    return lines
  }

  private func line(
    for unit: StoredUnit, range: Range<Int64>, in session: RegistrySession
  ) throws -> RegistrationProgress {
    var line = RegistrationProgress(key: "\(unit.office)/\(unit.code)")
    var staff = RegistrationProgress.Staff()
    for employee in try session.employees(of: unit, for: .program) {
      staff.employees += 1
      switch employee.standing {
      case .registered: staff.registered += 1
      case .missing: staff.missing += 1
      case .conflict: staff.conflicting += 1
      }
      guard let registration = employee.registration,
        range.contains(RegistrySession.milliseconds(registration.receivedAt))
      else { continue }
      let time = registration.changedAt.timeIntervalSince(registration.receivedAt)
      line.add(
        1, in: registration.state, of: workflows[registration.type],
        milliseconds: Int64(time * 1000))
    }
    line.staff = staff
    return line
  }
}

extension RegistrationProgress {
  /// Counts registrations that are in a state, which they reached after `milliseconds` altogether.
  mutating func add(
    _ count: Int, in state: String, of workflow: Workflow, milliseconds: Int64
  ) {
    received += count
    if workflow.states[state]?.releasesPhone == true {
      ended += count
    } else if workflow.isFinal(state) {
      completed += count
      daysToComplete += Double(milliseconds) / 86_400_000
    } else {
      open += count
    }
  }
}
