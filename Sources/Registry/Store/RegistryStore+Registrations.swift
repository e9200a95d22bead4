internal import RecordStore

extension RegistryStore {
  /// A registration with what was sent to it, the first submission first.
  package struct Found: Sendable {
    /// The registration.
    package let registration: StoredRegistration
    /// The submissions in JSON.
    package let bodies: [[UInt8]]
    /// The states to which the caller may lead it.
    package let targets: [String]
    /// How its person compares with the list of participants; nil when that was not asked.
    package let match: ParticipantMatch?
  }

  /// The registration called `id`, if `caller` may see it; the audit trail notes it.
  package func registration(_ id: String, for caller: Caller) throws -> Found {
    try transaction { [self] session in
      let registration = try session.registration(id, for: caller)
      try session.note(caller, "read", target: registration.id, outcome: registration.state)
      return try found(registration, in: session, for: caller)
    }
  }

  /// A page of registrations that `caller` may see; the audit trail notes them.
  package func registrations(
    _ search: RegistrationSearch, for caller: Caller
  ) throws -> [StoredRegistration] {
    try transaction { session in
      let page = try session.registrations(search, for: caller)
      try session.note(
        caller, search.number == nil ? "list" : "search",
        target: page.map(\.id).joined(separator: " "), outcome: "\(page.count)")
      return page
    }
  }

  /// The history of the registration called `id`, if `caller` may see it.
  package func history(of id: String, for caller: Caller) throws -> [StateChange] {
    try transaction { session in
      let registration = try session.registration(id, for: caller)
      try session.note(caller, "read-history", target: id, outcome: registration.state)
      return try session.history(of: registration)
    }
  }

  /// Leads the registration called `id` to another state.
  ///
  /// - Parameters:
  ///   - id: The registration.
  ///   - state: Where to.
  ///   - note: What is to be said about it; kept in the history.
  ///   - participant: The number of the participant whom it is about, where a person tells it.
  ///   - caller: Who does it.
  /// - Returns: The registration afterwards.
  /// - Throws: `Problem`, or `DatabaseError`.
  package func lead(
    _ id: String, to state: String, note: String?, participant: String? = nil, by caller: Caller
  ) throws -> Found {
    let named = participant
    return try transaction { [self] session in
      let before = try session.registration(id, for: caller)
      let workflow = workflows[before.type]
      guard let step = workflow.transition(from: before.state, to: state) else {
        let targets = workflow.targets(from: before.state, for: caller.role)
        throw Problem.unknownTransition.saying(
          "It is '\(before.state)'; "
            + (targets.isEmpty
              ? "this token can lead it nowhere."
              : "this token can lead it to \(targets.joined(separator: ", "))."))
      }
      guard let role = caller.role, step.roles.contains(role) else { throw Problem.roleForbids }
      if let rule = workflow.participant, rule.recorded == state {
        try session.record(before, participant: named)
      } else if named != nil {
        throw Problem.participantNotAsked
      }
      try session.move(before, to: state, by: caller, note: note)
      try session.note(caller, "transition", target: id, outcome: "\(before.state) \(state)")
      try session.notify(before.number)
      let after = try session.stored(before.number) ?? before
      return try found(after, in: session, for: caller)
    }
  }

  /// The receipts of all submissions that opened a registration, in their order.
  package func receipts() throws -> [[UInt8]] {
    try look { session in
      try session.database.execute(
        """
        SELECT receipt FROM submissions
        WHERE id IN (SELECT min(id) FROM submissions GROUP BY registration_id) ORDER BY id
        """
      ).map { $0.blob(0) }
    }
  }

  private func found(
    _ registration: StoredRegistration, in session: RegistrySession, for caller: Caller
  ) throws -> Found {
    let bodies = try session.bodies(of: registration)
    return Found(
      registration: registration, bodies: bodies,
      targets: workflows[registration.type].targets(
        from: registration.state, for: caller.role),
      match: try session.match(of: registration, body: bodies.first))
  }
}
