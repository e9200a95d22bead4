/// Shares as the reports print them.
enum Percentage {
  /// `share`, 0 … 1, in percent with two places; empty for none.
  static func text(_ share: Double?) -> String {
    share.map { "\(($0 * 10_000).rounded() / 100) %" } ?? ""
  }
}
