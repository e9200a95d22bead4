public import Documents

/// What became of one source that was given to a pool.
public enum WorkerOutcome: Hashable, Sendable {
  /// A worker read it.
  case finished(WorkResult)
  /// Two workers failed on it; the finding names the second failure.
  case failed(Finding)
}
