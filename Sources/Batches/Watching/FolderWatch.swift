package import Delivery
package import Documents
package import Foundation
package import RecordStore
package import Validation
package import Workers

/// A hot folder: every file that has stopped changing is taken in, read, decided and delivered, and then
/// taken out of the folder.
///
/// Its steps are those of an import, so that whatever ends it, the next watch goes on; a file that was
/// settled but not taken away is known by its bytes. It belongs to one task.
public final class FolderWatch {
  /// What one look at the folder brought.
  public struct Look: Hashable, Sendable {
    /// Files that were settled.
    public var settled = 0
    /// Files that still change, are being written, or wait for another try.
    public var waiting = 0

    /// Creates a look.
    public init(settled: Int = 0, waiting: Int = 0) {
      self.settled = settled
      self.waiting = waiting
    }
  }

  private typealias Done = (file: FileFacts, stamp: FileStamp, settled: SourceReader.Settled)

  private let store: RecordStore
  private let delivery: OutboxDelivery
  private let reader: SourceReader
  private let dossiers: BatchDossiers
  private let retention: CopyRetention
  private let disposal: OriginalDisposal
  private let root: String
  private let excluded: [String]
  private let name: String
  private let options: WatchOptions
  private let clock: @Sendable () -> Date
  /// Files that were seen, and since when they have been as they are.
  private var seen: [String: (stamp: FileStamp, since: Date)] = [:]
  /// What was told about, so that it is told once.
  private var told: Set<RefusedPath> = []
  /// Settled files that stay in the folder, until they change.
  private var staying: [String: FileStamp] = [:]

  /// Batches with files that were read and that others may belong to, and since when there are some.
  private var openBatches: Set<Int64> = []
  private var openSince: Date?

  /// Creates a watch of `folder`.
  ///
  /// - Parameters:
  ///   - folder: The hot folder.
  ///   - name: What its batches are called, followed by the day.
  ///   - store: Where everything is kept.
  ///   - directory: The data directory, which is never taken in itself.
  ///   - pool: The workers that read.
  ///   - delivery: Sends what is accepted.
  ///   - keeping: Where encrypted copies go.
  ///   - options: How it watches.
  ///   - maximumFileBytes: A longer file is refused unread.
  ///   - clock: Tells the time.
  ///   - joiner: Loads the rules that join files, once there are some to be joined.
  ///   - phrase: Puts a finding into the words of the reason catalogue.
  /// - Throws: `BatchError` when `folder` is no folder.
  package init(
    folder: String, name: String? = nil, store: RecordStore, directory: DataDirectory,
    pool: WorkerPool, delivery: OutboxDelivery, keeping: OriginalKeeping,
    options: WatchOptions = WatchOptions(), maximumFileBytes: Int = 100 << 20,
    clock: @escaping @Sendable () -> Date = { Date() },
    joiner: @escaping @Sendable () throws -> DossierJoiner,
    phrase: @escaping @Sendable (Finding) -> Reason
  ) throws(BatchError) {
    let root = URL(filePath: FileWalk.absolute(folder)).resolvingSymlinksInPath().path
    let type = try? FileManager.default.attributesOfItem(atPath: root)[.type]
    guard type as? FileAttributeType == .typeDirectory else { throw .noSuchPath(folder) }
    let data = FileWalk.absolute(directory.path)
    guard data != root else { throw .watchesItself(root) }
    self.root = root
    self.name = name ?? root
    excluded = [data] + OriginalDisposal.folders.map { root + "/" + $0 }
    self.store = store
    self.delivery = delivery
    self.options = options
    self.clock = clock
    reader = SourceReader(
      store: store, pool: pool, delivery: delivery, keeping: keeping,
      maximumFileBytes: maximumFileBytes, phrase: phrase)
    dossiers = BatchDossiers(store: store, delivery: delivery, joiner: joiner, phrase: phrase)
    retention = CopyRetention(store: store, keeping: keeping, clock: clock)
    disposal = OriginalDisposal(root: root, keepsOriginals: options.keepsOriginals)
  }

  /// Watches until the task is cancelled, or, with `untilEmpty`, until nothing waits in the folder.
  public func run(
    untilEmpty: Bool = false, onEvent: (WatchEvent) -> Void = { _ in }
  ) async throws {
    do {
      try await retention.sweep()
      openBatches = Set(try await store.batchesWithOpenSources())
      while true {
        let look = try await look(onEvent: onEvent)
        if untilEmpty, look.waiting == 0 { break }
        try await Task.sleep(for: options.interval)
      }
      let left = try await delivery.deliverAll()
      if left.count > 0 { onEvent(.undelivered(left)) }
      try await finish()
    } catch is CancellationError {
      return
    }
  }

  /// Looks at the folder once, settles what has stopped changing, and delivers what is due.
  @discardableResult
  public func look(onEvent: (WatchEvent) -> Void = { _ in }) async throws -> Look {
    let walk = FileWalk(roots: [root], excluding: excluded)
    for refused in walk.refused where told.insert(refused).inserted { onEvent(.refused(refused)) }
    var look = Look()
    let ready = self.ready(walk.files, look: &look)
    var held: [Done] = []
    if !ready.isEmpty {
      let batch = try await store.openBatch(named: batchName, roots: [root])
      held = try await settle(ready, batch: batch.id, look: &look, onEvent: onEvent)
    }
    try await settleDossiers(held, look: &look, onEvent: onEvent)
    let paths = Set(walk.files.map(\.path))
    seen = seen.filter { paths.contains($0.key) }
    staying = staying.filter { paths.contains($0.key) }
    try await delivery.deliverDue()
    try await retention.expire()
    return look
  }

  /// Files that have stood unchanged for long enough, and nobody writes to.
  private func ready(_ files: [FileFacts], look: inout Look) -> [(
    file: FileFacts, stamp: FileStamp
  )] {
    let now = clock()
    return files.compactMap { file in
      guard let stamp = FileStamp(of: file.path), staying[file.path] != stamp else { return nil }
      if seen[file.path]?.stamp != stamp { seen[file.path] = (stamp, now) }
      let since = seen[file.path]?.since ?? now
      let settling = options.settling / .seconds(1)
      // A clock that was set back must not keep a file waiting for ever.
      let age = abs(now.timeIntervalSince(since))
      guard age >= settling, !SourceFile.isBeingWritten(file.path) else {
        look.waiting += 1
        return nil
      }
      return (file, stamp)
    }
  }

  /// Settles files; returns those whose fate depends on other files.
  private func settle(
    _ ready: [(file: FileFacts, stamp: FileStamp)], batch: Int64, look: inout Look,
    onEvent: (WatchEvent) -> Void
  ) async throws -> [Done] {
    let now = clock()
    let patience = options.patience / .seconds(1)
    let reader = reader
    var waiting: [Done] = []
    try await withThrowingTaskGroup(of: Done.self) { group in
      var next = ready.makeIterator()
      func begin() {
        guard let (file, stamp) = next.next() else { return }
        let since = seen[file.path]?.since ?? now
        let mayGrow = abs(now.timeIntervalSince(since)) < patience
        group.addTask {
          (file, stamp, try await reader.settle(file, batch: batch, mayGrow: mayGrow))
        }
      }
      for _ in 0..<reader.concurrency { begin() }
      while let done = try await group.next() {
        if case .waiting = done.settled.outcome {
          waiting.append(done)
        } else {
          try await conclude(done.file, done.stamp, done.settled, look: &look, onEvent: onEvent)
        }
        begin()
      }
    }
    return waiting
  }

  /// Joins what belongs together, once no file is on its way any more that may belong to it, and takes
  /// the files `held` out of the folder.
  private func settleDossiers(
    _ held: [Done], look: inout Look, onEvent: (WatchEvent) -> Void
  ) async throws {
    for done in held {
      if let id = done.settled.id, let source = try await store.source(id) {
        openBatches.insert(source.batchID)
      }
    }
    guard !openBatches.isEmpty else { return }
    let now = clock()
    let since = openSince ?? now
    openSince = since
    guard look.waiting == 0 || abs(now.timeIntervalSince(since)) >= options.patience / .seconds(1)
    else {
      look.waiting += held.count
      return
    }
    for batch in openBatches.sorted() { try await dossiers.settle(batch: batch) }
    openBatches = []
    openSince = nil
    for done in held {
      try await conclude(done.file, done.stamp, done.settled, look: &look, onEvent: onEvent)
    }
  }

  private func conclude(
    _ file: FileFacts, _ stamp: FileStamp, _ settled: SourceReader.Settled, look: inout Look,
    onEvent: (WatchEvent) -> Void
  ) async throws {
    switch settled.outcome {
    case .postponed:
      look.waiting += 1
      return
    case .forgotten:
      let refused = RefusedPath(path: file.path, cause: .forgotten)
      if told.insert(refused).inserted { onEvent(.refused(refused)) }
      staying[file.path] = stamp
      return
    case .settled, .waiting, .known: break
    }
    guard let id = settled.id, let source = try await store.source(id) else { return }
    let isOut = try disposal.dispose(
      file.path, stamp: stamp, state: source.state, isSafe: try await isSafe(source))
    if !isOut {
      if FileStamp(of: file.path) == stamp, !SourceFile.isBeingWritten(file.path) {
        staying[file.path] = stamp
      } else {
        look.waiting += 1
      }
    }
    look.settled += 1
    onEvent(.settled(BatchReport.File(source: source, wasKnown: settled.wasKnown), isOut: isOut))
  }

  /// Whether the bytes of a source are kept elsewhere, or were delivered.
  private func isSafe(_ source: StoredSource) async throws -> Bool {
    guard !source.sha256.isEmpty else { return false }
    if source.state == .duplicate || source.state == .delivered { return true }
    return try await store.isSealed(source.id)
  }

  private func finish() async throws {
    for batch in try await store.batches()
    where batch.state == .open && batch.name.hasPrefix(name + " ") {
      try await store.finishBatch(batch.id)
    }
  }

  /// A batch a day.
  private var batchName: String {
    name + " " + clock().formatted(.iso8601.year().month().day().dateSeparator(.dash))
  }
}
