import Documents
import Terminal

extension Style {
  /// How a verdict looks.
  init(_ verdict: Verdict) {
    switch verdict {
    case .accepted: self = .good
    case .review: self = .warning
    case .rejected: self = .bad
    }
  }
}
