/// One way in which a name may have been printed.
package struct NameCandidate: Hashable, Sendable {
  /// The name, in the letter case of the reading.
  package var text: String
  /// The probability that it is what was printed, 0 … 1.
  package var probability: Double

  /// Creates a candidate.
  package init(text: String, probability: Double) {
    self.text = text
    self.probability = probability
  }
}
