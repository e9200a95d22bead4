import Documents

/// How the program ends; the worst one wins in the order 5, 4, 3, 0.
enum ExitCode: Int32, Comparable {
  case allAccepted = 0
  /// A comparison failed.
  case comparisonFailed = 1
  case usage = 2
  case needsReview = 3
  case someRejected = 4
  /// The work itself could not be done: no model, disk full, service away.
  case workNotDone = 5

  /// The code for a document, dossier or source with `verdict`.
  init(_ verdict: Verdict) {
    switch verdict {
    case .accepted: self = .allAccepted
    case .review: self = .needsReview
    case .rejected: self = .someRejected
    }
  }

  static func < (left: ExitCode, right: ExitCode) -> Bool { left.rawValue < right.rawValue }
}
