/// How a folder is watched.
public struct WatchOptions: Hashable, Sendable {
  /// How long a file must have stood unchanged before it is read.
  public var settling: Duration
  /// For how long after its last change a file that looks half-written is tried again.
  public var patience: Duration
  /// The pause between two looks at the folder.
  public var interval: Duration
  /// Whether originals are moved to `done`, `review` and `rejected` instead of deleted.
  public var keepsOriginals: Bool

  /// Creates options.
  public init(
    settling: Duration = .seconds(3), patience: Duration = .seconds(60),
    interval: Duration = .seconds(1), keepsOriginals: Bool = false
  ) {
    self.settling = settling
    self.patience = patience
    self.interval = interval
    self.keepsOriginals = keepsOriginals
  }
}
