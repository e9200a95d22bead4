/// A calibrated probability that a value is right, from 0 to 1.
///
/// What an engine reports about itself is an engine confidence, a plain `Double` in a reading; it
/// becomes a `Confidence` only through calibration.
public struct Confidence: RawRepresentable, Hashable, Codable, Comparable, Sendable {
  /// The probability, 0 … 1.
  public let rawValue: Double

  /// Certainly wrong.
  public static let zero = Confidence(rawValue: 0)

  /// Creates a confidence, clamped to 0 … 1; not-a-number becomes 0.
  public init(rawValue: Double) {
    self.rawValue = rawValue.isNaN ? 0 : min(1, max(0, rawValue))
  }

  /// Orders by probability.
  public static func < (left: Confidence, right: Confidence) -> Bool {
    left.rawValue < right.rawValue
  }
}
