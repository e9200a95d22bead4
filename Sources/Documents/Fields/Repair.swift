/// A change made to a reading on the way to its value.
public struct Repair: Hashable, Codable, Sendable {
  /// The text before the change.
  public var from: String
  /// The text after the change.
  public var to: String
  /// What justified it.
  ///
  /// One of `qr`, `mrz`, `gazetteer`, `alphabet`, `confusable`, `language-model` …
  public var why: String
  /// The probability that the change is right, 0 … 1.
  public var probability: Double

  /// Creates a repair from the text before and after, its reason and its probability.
  public init(from: String, to: String, why: String, probability: Double) {
    self.from = from
    self.to = to
    self.why = why
    self.probability = probability
  }
}
