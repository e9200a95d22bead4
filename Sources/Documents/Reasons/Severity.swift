/// What a reason does to a verdict.
public enum Severity: String, Codable, CaseIterable, Comparable, Sendable {
  /// Nothing: it informs.
  case note
  /// A person must look.
  case doubt
  /// The document cannot become a record.
  case refusal

  /// Ordered from harmless to grave.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .doubt: 1
    case .refusal: 2
    }
  }
}
