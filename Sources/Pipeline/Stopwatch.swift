/// Measures wall time.
package struct Stopwatch: Sendable {
  private let started = ContinuousClock.now

  /// Starts.
  package init() {}

  /// The milliseconds since the start.
  package var milliseconds: Double { (ContinuousClock.now - started) / .milliseconds(1) }
}
