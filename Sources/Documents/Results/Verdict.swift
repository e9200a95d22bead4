/// What becomes of a document.
public enum Verdict: String, Codable, CaseIterable, Comparable, Sendable {
  /// Every required field is there, valid and agreed, within the error budget.
  case accepted
  /// A person must look.
  case review
  /// It cannot become a record.
  case rejected

  /// Ordered from best to worst.
  public static func < (left: Verdict, right: Verdict) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .accepted: 0
    case .review: 1
    case .rejected: 2
    }
  }
}
