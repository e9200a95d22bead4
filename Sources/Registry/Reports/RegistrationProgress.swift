/// How far the registrations of an office, a unit or a period have come.
package struct RegistrationProgress: Hashable, Sendable {
  /// By what registrations are gathered.
  package enum Key: String, CaseIterable, Sendable {
    case office, unit, day, month
  }

  /// How the employees of a unit stand.
  package struct Staff: Hashable, Sendable {
    /// How many there are.
    package var employees = 0
    /// How many have an account, or are on the way to it.
    package var registered = 0
    /// How many have none.
    package var missing = 0
    /// Of how many the unit says something else than the registry.
    package var conflicting = 0
  }

  /// The office, the unit as `OFFICE/CODE`, the day or the month.
  package let key: String
  /// How many registrations were received.
  package var received = 0
  /// How many of them go on.
  package var open = 0
  /// How many of them reached their end.
  package var completed = 0
  /// How many of them were rejected, withdrawn, or expired.
  package var ended = 0
  /// How long the completed ones took, in days altogether.
  package var daysToComplete = 0.0
  /// The employees, for a unit.
  package var staff: Staff?

  /// How long a completed one took on the average, in days; nil when there is none.
  package var averageDays: Double? {
    completed == 0 ? nil : daysToComplete / Double(completed)
  }
}
