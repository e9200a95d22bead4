/// How what a registration says of its person compares with the list of participants.
package struct ParticipantMatch: Hashable, Sendable {
  /// The outcome.
  package enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
    /// One participant agrees in name and date of birth.
    case known
    /// No participant agrees.
    case unknown
    /// Several participants agree.
    case ambiguous
    /// A participant has the same number and another name, date of birth or card.
    case conflict
  }

  /// The outcome.
  package let outcome: Outcome
  /// The numbers of the participants that it may be, twenty at most.
  package let participants: [String]
}
