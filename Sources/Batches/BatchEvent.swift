/// What a running batch tells, one event after the other.
public enum BatchEvent: Hashable, Sendable {
  /// The files are listed; so many are to be gone through.
  case listed(count: Int)
  /// One more file is settled: read, skipped as known, refused, or found to be a duplicate.
  case settled(BatchReport.File)
  /// One more file is read; what becomes of it depends on the others, and is told at the end.
  case read
  /// What became of a file that was read before.
  case decided(BatchReport.File)
  /// So many files more were settled by an earlier run and are passed by.
  case known(count: Int)
  /// One more file is done with and leaves nothing behind.
  case passedOver
  /// Everything is read; what waits in the outbox is being delivered.
  case delivering
}
