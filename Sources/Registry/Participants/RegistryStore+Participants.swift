internal import RecordStore

extension RegistryStore {
  /// How many rows of a list go into one transaction, so that others are not held up.
  private static let rowsAtOnce = 500

  /// Takes a list of participants in; what stands there already is brought up to date.
  ///
  /// Several hundred rows at a time are durable; a list that was interrupted is taken in again as a
  /// whole, and changes nothing twice. Identity updates that found nobody before are then held against
  /// it once more.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - caller: Who takes it in.
  /// - Returns: What came of it.
  /// - Throws: `DatabaseError`.
  package func take(_ list: PersonList, by caller: Caller) throws -> ParticipantImport {
    var result = ParticipantImport(faults: list.faults)
    var rest = list.persons[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(Self.rowsAtOnce))
      rest = rest.dropFirst(part.count)
      let outcomes = try transaction { session in
        let outcomes = try part.compactMap { person in
          try person.number.map { try session.take(person, number: $0) }
        }
        try session.note(
          caller, "import-participants", target: "", outcome: "\(part.count) rows")
        return outcomes
      }
      for (person, outcome) in zip(part, outcomes) {
        result.added += outcome.isNew ? 1 : 0
        result.unchanged += outcome.isNew || outcome.isChanged ? 0 : 1
        if outcome.isChanged { result.changed.append(person.line) }
      }
    }
    var last: Int64? = 0
    while let number = last {
      let settled = try transaction { try $0.settleAgain(after: number, limit: 200) }
      result.matched += settled.matched
      last = settled.last
    }
    return result
  }

  /// How many participants are known.
  package func participantCount() throws -> Int {
    try look { session in
      Int(try session.database.row("SELECT count(*) FROM participants")?.integer(0) ?? 0)
    }
  }
}
