import Batches
import Documents
import RecordStore

/// Shows how a running batch gets on.
final class BatchDisplay {
  private let quiet: Bool
  private let isVerbose: Bool
  private var bar: ProgressLine?
  private var done = 0

  init(quiet: Bool, isVerbose: Bool = false) {
    self.quiet = quiet
    self.isVerbose = isVerbose
  }

  /// Takes note of `event`.
  func show(_ event: BatchEvent) {
    switch event {
    case .listed(let count):
      bar = ProgressLine(total: count, quiet: quiet)
      bar?.show(done: 0)
    case .settled(let file):
      done += 1
      tell(file)
      bar?.show(done: done)
    case .decided(let file): tell(file)
    case .known(let count):
      done += count
      bar?.show(done: done)
    case .passedOver, .read:
      done += 1
      bar?.show(done: done)
    case .delivering: clear()
    }
  }

  private func tell(_ file: BatchReport.File) {
    guard isVerbose else { return }
    clear()
    Console.note(Self.line(for: file))
  }

  /// What became of a file: its state, kinds and the codes of its reasons, never a value.
  static func line(for file: BatchReport.File) -> String {
    let source = file.source
    let codes = source.reasons.map { reason in
      reason.code.rawValue + (reason.field.map { "(\($0))" } ?? "")
    }
    return ([source.path + ":", source.state.rawValue] + source.kinds.map(\.rawValue) + codes)
      .joined(separator: " ") + (source.joinedPath.map { " joined to \($0)" } ?? "")
      + (file.wasKnown ? " (known)" : "")
  }

  /// Removes the progress bar.
  func clear() { bar?.clear() }
}
