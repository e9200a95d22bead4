/// One way to understand an address.
package struct AddressCandidate: Hashable, Sendable {
  /// The units, and the address with their letters corrected.
  package var match: AddressMatch
  /// The probability that it is meant, 0 … 1.
  package var probability: Double
}
