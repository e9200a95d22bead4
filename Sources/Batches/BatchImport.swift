package import Delivery
package import Documents
package import Foundation
package import RecordStore
package import Validation
package import Workers

/// Imports files and folders: each is taken in, read in a worker, decided, and delivered.
///
/// Every step is durable before the next begins, so that running an import again, after whatever
/// ended it, finishes it without losing or doubling anything; see docs/durability.md.
public struct BatchImport: Sendable {
  private let store: RecordStore
  private let delivery: OutboxDelivery
  private let reader: SourceReader
  private let dossiers: BatchDossiers
  private let retention: CopyRetention?
  private let excluded: String

  /// Creates an import.
  ///
  /// - Parameters:
  ///   - store: Where everything is kept.
  ///   - directory: The data directory, which is never imported itself.
  ///   - pool: The workers that read.
  ///   - delivery: Sends what is accepted.
  ///   - keeping: Where encrypted copies go; nil keeps none.
  ///   - maximumFileBytes: A longer file is refused unread.
  ///   - clock: Tells when the time of copies is over.
  ///   - joiner: Loads the rules that join files, once there are some to be joined.
  ///   - phrase: Puts a finding into the words of the reason catalogue.
  package init(
    store: RecordStore, directory: DataDirectory, pool: WorkerPool, delivery: OutboxDelivery,
    keeping: OriginalKeeping? = nil, maximumFileBytes: Int = 100 << 20,
    clock: @escaping @Sendable () -> Date = { Date() },
    joiner: @escaping @Sendable () throws -> DossierJoiner,
    phrase: @escaping @Sendable (Finding) -> Reason
  ) {
    self.store = store
    self.delivery = delivery
    dossiers = BatchDossiers(store: store, delivery: delivery, joiner: joiner, phrase: phrase)
    excluded = FileWalk.absolute(directory.path)
    reader = SourceReader(
      store: store, pool: pool, delivery: delivery,
      // Sources of an import stay where they are: nothing kept after delivery is nothing kept at all.
      keeping: keeping?.days == 0 ? nil : keeping, maximumFileBytes: maximumFileBytes,
      phrase: phrase)
    retention = keeping.map { CopyRetention(store: store, keeping: $0, clock: clock) }
  }

  /// Imports the files at `paths` as the batch called `name`, or goes on with it.
  ///
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - name: The batch; by default it is named for its paths, so that the same command goes on
  ///     with the same batch.
  ///   - onEvent: Is told what happens, never two things at once.
  /// - Returns: What became of each file, also when the task was cancelled meanwhile.
  /// - Throws: `BatchError`, `DatabaseError`, `WorkerPoolError`: the work could not be done. What is
  ///   done by then stays done.
  public func run(
    _ paths: [String], name: String? = nil,
    onEvent: (BatchEvent) -> Void = { _ in }
  ) async throws -> BatchReport {
    let roots = paths.map(FileWalk.absolute)
    for (root, path) in zip(roots, paths) where !FileManager.default.fileExists(atPath: root) {
      throw BatchError.noSuchPath(path)
    }
    let walk = FileWalk(roots: roots, excluding: [excluded])
    for refused in walk.refused where roots.contains(refused.path) {
      if case .unreadable = refused.cause { throw BatchError.unreadable(refused) }
    }
    let batch = try await store.openBatch(
      named: name ?? roots.joined(separator: " "), roots: roots)
    return try await work(on: batch, walk: walk, onEvent: onEvent)
  }

  /// Goes on with a batch that was interrupted.
  ///
  /// - Parameters:
  ///   - name: The batch; by default the latest that is open.
  ///   - onEvent: Is told what happens, never two things at once.
  /// - Returns: What became of each file.
  /// - Throws: As `run`.
  public func resume(
    _ name: String? = nil, onEvent: (BatchEvent) -> Void = { _ in }
  ) async throws -> BatchReport {
    let batch = try await find(name) { $0.state == .open }
    return try await work(
      on: try await store.openBatch(named: batch.name, roots: []),
      walk: FileWalk(roots: batch.roots, excluding: [excluded]), onEvent: onEvent)
  }

  /// Reads the rejected files of a batch again.
  ///
  /// - Parameters:
  ///   - name: The batch; by default the latest.
  ///   - onEvent: Is told what happens, never two things at once.
  /// - Returns: What became of each file.
  /// - Throws: As `run`.
  public func retryRejected(
    _ name: String? = nil, onEvent: (BatchEvent) -> Void = { _ in }
  ) async throws -> BatchReport {
    let batch = try await find(name) { _ in true }
    _ = try await store.retryRejected(inBatch: batch.id)
    return try await resume(batch.name, onEvent: onEvent)
  }

  private func find(_ name: String?, where isMeant: (Batch) -> Bool) async throws -> Batch {
    let found =
      if let name {
        try await store.batch(named: name)
      } else {
        try await store.batches().last(where: isMeant)
      }
    guard let found else { throw BatchError.noSuchBatch(name: name) }
    return found
  }

  private func work(
    on batch: Batch, walk: FileWalk, onEvent: (BatchEvent) -> Void
  ) async throws -> BatchReport {
    onEvent(.listed(count: walk.files.count))
    var settled: [Int64: Bool] = [:]
    var undelivered = OutboxDelivery.Remainder.none
    var wasInterrupted = false
    var refused = walk.refused
    var waiting: Set<Int64> = []
    do {
      try await retention?.sweep()
      try await retention?.expire()
      // Asked for by the hundred, so that a long batch is soon where it was.
      var unsettled: [FileFacts] = []
      for start in stride(from: 0, to: walk.files.count, by: 500) {
        let files = Array(walk.files[start..<min(walk.files.count, start + 500)])
        let known = try await store.settled(among: files)
        for id in known.values { settled[id] = true }
        unsettled += files.filter { known[$0] == nil }
        if !known.isEmpty { onEvent(.known(count: known.count)) }
        try Task.checkCancellation()
      }
      try await each(unsettled, onEvent: onEvent) {
        try await reader.settle($0, batch: batch.id)
      } onSettled: { file, outcome in
        if case .forgotten = outcome.outcome {
          refused.append(RefusedPath(path: file.path, cause: .forgotten))
        }
        if case .waiting = outcome.outcome, let id = outcome.id { waiting.insert(id) }
        if let id = outcome.id { settled[id] = outcome.wasKnown }
      }
      let left = try await store.undecidedSources(inBatch: batch.id)
      try await each(left, onEvent: onEvent) {
        try await reader.settle(left: $0)
      } onSettled: { id, outcome in
        if case .waiting = outcome.outcome { waiting.insert(id) }
        if settled[id] == nil { settled[id] = outcome.wasKnown }
      }
      onEvent(.delivering)
      waiting.formUnion(try await store.readSources(inBatch: batch.id))
      try await settleDossiers(ofBatch: batch.id)
      for id in waiting.sorted() {
        guard let source = try await store.source(id) else { continue }
        onEvent(.decided(BatchReport.File(source: source, wasKnown: false)))
      }
      undelivered = try await delivery.deliverAll()
      try await store.finishBatch(batch.id)
      try await retention?.expire()
    } catch is CancellationError {
      wasInterrupted = true
    }
    var files: [BatchReport.File] = []
    for source in try await store.sources(inBatch: batch.id) {
      files.append(BatchReport.File(source: source, wasKnown: settled[source.id] ?? true))
    }
    // Files of this run that an earlier batch had taken in.
    let own = Set(files.map(\.source.id))
    for id in settled.keys.sorted() where !own.contains(id) {
      guard let source = try await store.source(id) else { continue }
      files.append(BatchReport.File(source: source, wasKnown: settled[id] ?? true))
    }
    return BatchReport(
      batch: try await store.batch(named: batch.name) ?? batch, files: files,
      refused: refused, undelivered: undelivered, wasInterrupted: wasInterrupted)
  }

  /// Decides what waited for other files of the batch, since all of them are read.
  private func settleDossiers(ofBatch id: Int64) async throws {
    try await dossiers.join(inBatch: id)
    try await each(try await store.readSources(inBatch: id), onEvent: { _ in }) {
      try await dossiers.decide($0)
      return SourceReader.Settled(id: nil, outcome: .settled)
    } onSettled: { _, _ in
    }
    try await dossiers.noteRegisteredForms(inBatch: id)
  }

  /// Does `body` for each item, a few more at a time than there are workers.
  private func each<Item: Sendable>(
    _ items: [Item], onEvent: (BatchEvent) -> Void,
    body: @escaping @Sendable (Item) async throws -> SourceReader.Settled,
    onSettled: (Item, SourceReader.Settled) -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Item, SourceReader.Settled).self) { group in
      var next = items.makeIterator()
      for _ in 0..<reader.concurrency {
        if let item = next.next() { group.addTask { (item, try await body(item)) } }
      }
      while let (item, settled) = try await group.next() {
        onSettled(item, settled)
        if case .waiting = settled.outcome {
          onEvent(.read)
        } else if let id = settled.id, let source = try await store.source(id) {
          onEvent(.settled(BatchReport.File(source: source, wasKnown: settled.wasKnown)))
        } else {
          onEvent(.passedOver)
        }
        if let item = next.next() { group.addTask { (item, try await body(item)) } }
      }
    }
  }
}
