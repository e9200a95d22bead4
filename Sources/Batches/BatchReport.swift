public import Delivery
public import RecordStore

/// What became of each file of a batch.
public struct BatchReport: Hashable, Sendable {
  /// One file.
  public struct File: Hashable, Sendable {
    /// What the store knows about it.
    public let source: StoredSource
    /// Whether an earlier run had settled it, so that this one skipped it.
    public let wasKnown: Bool
  }

  /// The batch, as it stands now.
  public let batch: Batch
  /// Its files in the order in which they were met.
  public let files: [File]
  /// What was met beside files.
  public let refused: [RefusedPath]
  /// What could not be delivered in this run.
  public let undelivered: OutboxDelivery.Remainder
  /// Whether the run was cancelled before it was through; running it again finishes it.
  public let wasInterrupted: Bool

  /// The exit status: 0 all accepted, 3 review, 4 rejected, 5 work left undone; the worst wins.
  ///
  /// A duplicate counts for nothing.
  public var exitCode: Int32 {
    let isUnread = refused.contains { if case .unreadable = $0.cause { true } else { false } }
    if wasInterrupted || undelivered.count > 0 || isUnread { return 5 }
    let states = Set(files.map(\.source.state))
    if !states.isDisjoint(with: [.taken, .accepted]) { return 5 }
    if states.contains(.rejected) { return 4 }
    return states.contains(.review) ? 3 : 0
  }
}
