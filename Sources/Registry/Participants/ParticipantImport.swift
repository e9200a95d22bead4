/// What came of taking in a list of participants.
package struct ParticipantImport: Hashable, Codable, Sendable {
  /// How many were not known before.
  package var added = 0
  /// How many had another name or date of birth before, with the lines that say so now.
  package var changed: [Int] = []
  /// How many were known just so.
  package var unchanged = 0
  /// The rows that were not taken.
  package var faults: [ListFault] = []
  /// How many identity updates found their participant by it.
  package var matched = 0
}
