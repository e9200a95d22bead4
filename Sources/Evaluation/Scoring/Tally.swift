/// Counts of field outcomes over some part of a corpus.
public struct Tally: Hashable, Codable, Sendable {
  /// Fields with a value on the paper that came out exactly.
  public var exact = 0
  /// The same, once tone placement and letter case are folded.
  public var exactFolded = 0
  /// Blank fields that stayed blank.
  public var blank = 0
  /// Wrong, but a person will look.
  public var inReview = 0
  /// Wrong in an accepted document.
  public var silent = 0
  /// Without a value where the paper has one.
  public var missing = 0
  /// With a value where the paper is blank.
  public var invented = 0

  /// Creates an empty tally.
  public init() {}

  /// Counts one field.
  public mutating func add(_ score: FieldScore) {
    switch score.outcome {
    case .exact: exact += 1
    case .blank: blank += 1
    case .inReview: inReview += 1
    case .silent: silent += 1
    case .missing: missing += 1
    case .invented: invented += 1
    }
    if score.expected != nil, score.isRightFolded { exactFolded += 1 }
  }

  /// Fields with a value on the paper.
  public var valued: Int { exact + inReview + missing + silent }

  /// The share of the fields with a value on the paper that came out exactly, 0 … 1.
  public var exactShare: Double { valued == 0 ? 1 : Double(exact) / Double(valued) }

  /// The same with tone placement and letter case folded.
  public var foldedShare: Double { valued == 0 ? 1 : Double(exactFolded) / Double(valued) }
}
