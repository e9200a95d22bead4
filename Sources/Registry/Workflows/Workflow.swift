/// The states of one type of registration, and what leads from one to the next.
package struct Workflow: Hashable, Codable, Sendable {
  /// A state.
  package struct State: Hashable, Codable, Sendable {
    /// Its name for people, in Vietnamese.
    package var vi: String
    /// Whether a registration in it gives its phone number up.
    package var releasesPhone: Bool?
    /// What the person hears by telephone on reaching it, with placeholders.
    package var sms: String?
    /// What the person hears by e-mail.
    package var email: Letter?
  }

  /// An e-mail, with placeholders.
  package struct Letter: Hashable, Codable, Sendable {
    /// Its subject.
    package var subject: String
    /// Its text.
    package var text: String
  }

  /// A step that a person may take.
  package struct Transition: Hashable, Codable, Sendable {
    /// The states that it leaves.
    package var from: [String]
    /// The state that it leads to.
    package var to: String
    /// Who may take it.
    package var roles: Set<Role>
  }

  /// A step that time takes.
  package struct Deadline: Hashable, Codable, Sendable {
    /// How many days after the receipt.
    package var days: Int
    /// The states that it ends.
    package var `in`: [String]
    /// The state that it leads to.
    package var to: String
  }

  /// A step that a signed form of the same person takes.
  package struct Paper: Hashable, Codable, Sendable {
    /// The states in which a registration waits for it.
    package var `in`: [String]
    /// The state that it leads to.
    package var to: String
  }

  /// How the list of participants is asked whom a registration is about.
  package struct ParticipantRule: Hashable, Codable, Sendable {
    /// The states in which a doubt leads on.
    package var `in`: [String]
    /// The state that it leads to when not just one participant agrees.
    package var doubt: String
    /// The state on reaching which the card is written beside the participant.
    package var recorded: String
  }

  /// The name of the type for people, in Vietnamese.
  package var vi: String
  /// The first state.
  package var initial: String
  /// The states by name.
  package var states: [String: State]
  /// What persons may do.
  package var transitions: [Transition]
  /// What time does.
  package var deadlines: [Deadline]?
  /// What a signed form does.
  package var paper: Paper?
  /// What the list of participants does.
  package var participant: ParticipantRule?

  /// The states that `role` may lead to from `state`, in the order of the table.
  package func targets(from state: String, for role: Role?) -> [String] {
    transitions.filter { step in
      step.from.contains(state) && role.map(step.roles.contains) == true
    }.map(\.to)
  }

  /// The step from one state to another; nil when there is none.
  func transition(from: String, to: String) -> Transition? {
    transitions.first { $0.from.contains(from) && $0.to == to }
  }

  /// Whether nothing leads on from `state`.
  func isFinal(_ state: String) -> Bool {
    !transitions.contains { $0.from.contains(state) } && deadline(in: state) == nil
  }

  /// The deadline that runs in `state`.
  func deadline(in state: String) -> Deadline? { deadlines?.first { $0.in.contains(state) } }

  /// What is wrong with it, in words.
  var defects: [String] {
    var defects: [String] = []
    func check(_ state: String, _ place: String) {
      if states[state] == nil { defects.append("\(place) names the unknown state '\(state)'") }
    }
    check(initial, "initial")
    for step in transitions {
      for state in step.from + [step.to] { check(state, "a transition") }
      if step.roles.isEmpty { defects.append("nobody may go to '\(step.to)'") }
    }
    for deadline in deadlines ?? [] {
      for state in deadline.in + [deadline.to] { check(state, "a deadline") }
      if deadline.days < 1 { defects.append("a deadline has no days") }
    }
    for state in paper.map({ $0.in + [$0.to] }) ?? [] { check(state, "paper") }
    for state in participant.map({ $0.in + [$0.doubt, $0.recorded] }) ?? [] {
      check(state, "participant")
    }
    for (name, state) in states.sorted(by: { $0.key < $1.key }) {
      let texts = [state.sms, state.email?.subject, state.email?.text].compactMap(\.self)
      let words = Set(texts.flatMap(NotificationText.placeholders))
      for word in words.sorted() where !NotificationText.known.contains(word) {
        defects.append("a text of '\(name)' has the unknown placeholder '{\(word)}'")
      }
      if words.contains("due"), deadline(in: name) == nil {
        defects.append("a text of '\(name)' names a deadline that does not run there")
      }
    }
    let reached = Set(
      [initial] + transitions.map(\.to) + (deadlines ?? []).map(\.to)
        + (paper.map { [$0.to] } ?? []))
    for state in states.keys.sorted() where !reached.contains(state) {
      defects.append("nothing leads to the state '\(state)'")
    }
    return defects
  }
}
