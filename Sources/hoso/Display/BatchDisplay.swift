import Batches

/// Shows how a running batch gets on.
final class BatchDisplay {
  private let quiet: Bool
  private var bar: ProgressLine?
  private var done = 0

  init(quiet: Bool) { self.quiet = quiet }

  /// Takes note of `event`.
  func show(_ event: BatchEvent) {
    switch event {
    case .listed(let count):
      bar = ProgressLine(total: count, quiet: quiet)
      bar?.show(done: 0)
    case .settled:
      done += 1
      bar?.show(done: done)
    case .delivering: clear()
    }
  }

  /// Removes the progress bar.
  func clear() { bar?.clear() }
}
