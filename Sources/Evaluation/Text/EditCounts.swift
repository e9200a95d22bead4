/// How a reading differs from its truth: the fewest substitutions, deletions and insertions.
public struct EditCounts: Hashable, Codable, Sendable {
  /// Parts of the truth that were read as another part.
  public var substitutions = 0
  /// Parts of the truth that were not read.
  public var deletions = 0
  /// Parts of the reading that the truth does not have.
  public var insertions = 0
  /// How many parts the truth has.
  public var truthCount = 0

  /// Counts nothing yet.
  public init() {}

  /// Which parts of the reading must answer for themselves.
  public enum Span: Sendable {
    /// All of them.
    case whole
    /// Those between the first and the last that belong to the truth: what the reading has before
    /// and after, such as a letterhead that the truth leaves out, is no insertion.
    case withinTruth
  }

  /// Compares `reading` with `truth`.
  ///
  /// Among alignments with equally few errors the one with the most substitutions counts. The work
  /// grows with the length times the distance, or with the product of the lengths for
  /// `.withinTruth`; the memory with the length.
  public init<Part: Hashable>(of reading: [Part], against truth: [Part], span: Span = .whole) {
    var codes = PartCodes<Part>()
    let truthCodes = codes.codes(of: truth)
    let readingCodes = codes.codes(of: reading)
    let cost =
      switch span {
      case .whole: EditProgramme.distance(truthCodes, readingCodes)
      case .withinTruth: EditProgramme.distanceWithin(truthCodes, readingCodes)
      }
    insertions = cost.insertions
    deletions = cost.deletions
    substitutions = cost.errors - cost.insertions - cost.deletions
    truthCount = truth.count
  }

  /// Substitutions, deletions and insertions together.
  public var errors: Int { substitutions + deletions + insertions }

  /// Errors by parts of the truth; 0 for an empty truth read as nothing.
  public var rate: Double {
    truthCount == 0 ? (errors == 0 ? 0 : 1) : Double(errors) / Double(truthCount)
  }

  /// Adds the counts of another pair.
  public static func += (left: inout EditCounts, right: EditCounts) {
    left.substitutions += right.substitutions
    left.deletions += right.deletions
    left.insertions += right.insertions
    left.truthCount += right.truthCount
  }
}
