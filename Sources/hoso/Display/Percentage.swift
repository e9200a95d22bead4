import Evaluation

/// Shares as the reports print them.
enum Percentage {
  /// `share`, 0 … 1, in percent with two places; empty for none.
  static func text(_ share: Double?) -> String {
    share.map { "\(($0 * 10_000).rounded() / 100) %" } ?? ""
  }

  /// `share` in percent, and of how many; empty for a share of nothing.
  static func text(_ share: Share) -> String {
    share.of == 0 ? "" : "\(text(share.value)) of \(share.of)"
  }
}
