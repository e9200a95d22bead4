import Foundation
import Synchronization
import Terminal

/// A progress bar on standard error, drawn anew in place; nothing when that is no terminal.
final class ProgressLine: Sendable {
  private let total: Int
  private let isShown: Bool
  private let started = ContinuousClock.now
  private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

  /// Creates a bar over `total` items.
  init(total: Int, quiet: Bool) {
    self.total = total
    isShown =
      Console.showsProgress && !quiet && total > 1 && Console.messageFormat == .text
  }

  /// Draws the bar after `done` items, at most ten times a second.
  func show(done: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = lastDrawn.withLock { last in
      guard let drawn = last, now - drawn < .milliseconds(100), done < total else {
        last = now
        return true
      }
      return false
    }
    guard isDue else { return }
    let elapsed = (now - started) / .seconds(1)
    let text = ProgressBar(total: total).text(done: done, elapsed: elapsed, width: Console.width)
    Console.redraw(text)
  }

  /// Removes the bar.
  func clear() {
    if isShown { Console.redraw("") }
  }
}
