internal import Foundation
internal import Registry

/// A registration as the service tells it.
struct RegistrationView: Encodable {
  var id: String
  var type: RegistrationType
  var state: String
  /// Its state for people, in Vietnamese.
  var stateName: String?
  var office: String
  var receivedAt: String
  var changedAt: String
  var dueAt: String?
  /// The states to which the caller may lead it.
  var transitions: [String]?
  /// What opened it.
  var registration: Registration?
  /// What was sent later to the same registration.
  var supplements: [Registration]?
  /// How its person compares with the list of participants.
  var match: Match?

  struct Match: Encodable {
    var outcome: ParticipantMatch.Outcome
    var participants: [String]
  }

  init(_ stored: StoredRegistration, in workflows: Workflows) {
    id = stored.id
    type = stored.type
    state = stored.state
    stateName = workflows[stored.type].states[stored.state]?.vi
    office = stored.office
    receivedAt = stored.receivedAt.ISO8601Format()
    changedAt = stored.changedAt.ISO8601Format()
    dueAt = stored.dueAt?.ISO8601Format()
  }

  init(_ found: RegistryStore.Found, in workflows: Workflows) throws {
    self.init(found.registration, in: workflows)
    transitions = found.targets
    let bodies = try found.bodies.map {
      try JSONDecoder().decode(Registration.self, from: Data($0))
    }
    registration = bodies.first
    supplements = Array(bodies.dropFirst())
    match = found.match.map { Match(outcome: $0.outcome, participants: $0.participants) }
  }
}
