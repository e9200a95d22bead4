/// What speaks for a value before calibration: the facts from which its confidence is computed.
public struct Evidence: Hashable, Codable, Sendable {
  /// How a closed list (units, ethnic groups, fixed words) judged the value.
  public enum Lexicon: String, Codable, CaseIterable, Sendable {
    /// No list applies to the field.
    case none
    /// The value stands in the list as it was read.
    case exact
    /// The value was corrected to its one near neighbour in the list.
    case corrected
    /// The value is not in the list, nor near one entry alone.
    case absent
  }

  /// The lowest engine confidence among the words of the value, 0 … 1; nil without print.
  public var engineConfidence: Double?
  /// Whether an independent second reading of the same print gave the same value; nil without one.
  public var readingsAgree: Bool?
  /// Witnesses that gave this very value.
  public var witnesses: Set<FieldSource>
  /// Witnesses that gave another value.
  public var dissenters: Set<FieldSource>
  /// How the field's closed list judged the value.
  public var lexicon: Lexicon
  /// Whether the value has the form that the field's parser demands.
  public var isWellFormed: Bool
  /// Whether a check digit or a rule over several fields proves the value.
  public var isProven: Bool

  /// Creates evidence; without arguments it says that nothing speaks for the value.
  public init(
    engineConfidence: Double? = nil, readingsAgree: Bool? = nil,
    witnesses: Set<FieldSource> = [], dissenters: Set<FieldSource> = [],
    lexicon: Lexicon = .none, isWellFormed: Bool = false, isProven: Bool = false
  ) {
    self.engineConfidence = engineConfidence
    self.readingsAgree = readingsAgree
    self.witnesses = witnesses
    self.dissenters = dissenters
    self.lexicon = lexicon
    self.isWellFormed = isWellFormed
    self.isProven = isProven
  }
}
