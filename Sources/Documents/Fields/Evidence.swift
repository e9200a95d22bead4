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

  /// What is measured of a value and of its print, beside the facts below.
  public enum Measure: String, Hashable, Codable, CaseIterable, Sendable {
    /// The mean engine confidence over the value's letters, 0 … 1.
    case meanEngine
    /// The lowest engine confidence of the words of another reading that gives the value, 0 … 1.
    case otherEngine
    /// How many independent readings of the print give the value.
    case agreement
    /// How many of them have the word of the value that fewest have.
    case wordAgreement
    /// 1 where the reading by the model taught on such print does not give the value.
    case taughtDissent
    /// The letters by which the nearest other reading differs; none where no other was read.
    case rivalDistance
    /// How well the field's label was read, 0 … 1; 0 without one.
    case label
    /// Words that are neither syllables, numbers nor abbreviations.
    case strangeWords
    /// Words whose letter case is odd: a capital behind a small letter, or all capitals among others.
    case oddCase
    /// Signs that hardly stand in such a value.
    case oddSigns
    /// What shows that a word or sign of the value was printed but not read.
    case lacks
    /// The letters that no list vouches for.
    case freeLetters
    /// The digits that no list vouches for.
    case freeDigits
    /// The letters that were changed between reading and value.
    case changedLetters
    /// How sure the list or model of the field is of the value's weakest word, 0 … 1.
    case knowledge
    /// How likely the least likely of its words is by the language model, 0 … 1.
    case fluency
    /// The letters of the value.
    case length
    /// The lines of print that the value takes.
    case lines
    /// The height of a lower-case letter of its region, in pixels.
    case textHeight
    /// The sharpness of its region, 0 … 1.
    case sharpness
    /// The contrast of its region, 0 … 1.
    case contrast
    /// The share of its region that is burnt out, 0 … 1.
    case glare
    /// How many rules over several fields hold that would hardly hold of a misread value.
    case corroboration
    /// The letters beside the label that were taken for print of something else.
    case droppedLetters
    /// The same in another reading that gives the value.
    case otherDroppedLetters
    /// How many readings of the same name at another place of the page give the value; below zero
    /// where none has its marks.
    case repetitions
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
  /// What was measured; a measure that does not apply is left out.
  public var measures: [Measure: Double]

  /// Creates evidence; without arguments it says that nothing speaks for the value.
  public init(
    engineConfidence: Double? = nil, readingsAgree: Bool? = nil,
    witnesses: Set<FieldSource> = [], dissenters: Set<FieldSource> = [],
    lexicon: Lexicon = .none, isWellFormed: Bool = false, isProven: Bool = false,
    measures: [Measure: Double] = [:]
  ) {
    self.engineConfidence = engineConfidence
    self.readingsAgree = readingsAgree
    self.witnesses = witnesses
    self.dissenters = dissenters
    self.lexicon = lexicon
    self.isWellFormed = isWellFormed
    self.isProven = isProven
    self.measures = measures
  }
}
