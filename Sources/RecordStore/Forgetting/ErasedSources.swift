/// What was erased of a person in the records.
package struct ErasedSources: Hashable, Sendable {
  /// The digests of the sources that named the person.
  package var digests: [String] = []
  /// How many files they were met as.
  package var files = 0
  /// How many registrations were on their way, and stay there.
  package var undelivered = 0
  /// The numbers of the batches that they belonged to.
  package var batches: Set<Int64> = []
  /// What the papers said that no record says any more: numbers, names, addresses.
  package var values: Set<String> = []
}
