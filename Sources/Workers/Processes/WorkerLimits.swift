/// What a worker may use before it is ended.
public struct WorkerLimits: Hashable, Sendable {
  /// How long one document may take.
  public var time: Duration
  /// How long a worker may take to load what it needs.
  public var startTime: Duration
  /// The memory, in bytes of its own share (PSS), at which it is killed in the middle of a document.
  public var memoryBytes: Int
  /// The memory, in bytes of its own share (PSS), at which it is replaced after a document.
  public var recycleMemoryBytes: Int
  /// How many documents it reads before it is replaced.
  public var recycleCount: Int
  /// The address space it may map; 0 for no limit.
  public var addressSpaceBytes: Int
  /// The largest file it may write.
  public var fileBytes: Int

  /// Creates limits; without arguments those that suit office scans.
  public init(
    time: Duration = .seconds(120), startTime: Duration = .seconds(60),
    memoryBytes: Int = 1 << 30, recycleMemoryBytes: Int = 300 << 20, recycleCount: Int = 200,
    addressSpaceBytes: Int = 4 << 30, fileBytes: Int = 1 << 20
  ) {
    self.time = time
    self.startTime = startTime
    self.memoryBytes = memoryBytes
    self.recycleMemoryBytes = recycleMemoryBytes
    self.recycleCount = recycleCount
    self.addressSpaceBytes = addressSpaceBytes
    self.fileBytes = fileBytes
  }
}
