/// A change that a repair made, with the probability that it states.
public struct StatedChange: Hashable, Codable, Sendable {
  /// Where it begins, in UTF-8 bytes from the beginning of the text that was repaired.
  public var offset: Int
  /// What stood there.
  public var from: String
  /// What stands there now.
  public var to: String
  /// The stated probability that the change is right, 0 … 1.
  public var probability: Double

  /// Creates a change.
  public init(offset: Int, from: String, to: String, probability: Double) {
    self.offset = offset
    self.from = from
    self.to = to
    self.probability = probability
  }
}
