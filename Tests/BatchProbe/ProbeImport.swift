import Batches
import Delivery
import Documents
import Foundation
import Glibc
import Originals
import RecordStore
import Registry
import Validation
import Workers

/// What the program does, with the probe as its worker.
///
/// Arguments: `import|watch|retry|replay|cancel|forget DATA FOLDER [FILE-SIZE-LIMIT [USER]]`; for the
/// environment see `Fuse`, `ProbeClock`, `ProbeService` and `ProbeMeasure`.
enum ProbeImport {
  /// The key of everything that a probe seals.
  static let keys =
    (try? KeyRing(parsing: String(repeating: "5a", count: 32), place: "probe"))
    ?? KeyRing(.random())

  static func run(_ command: String, _ arguments: [String]) async -> Int32 {
    signal(SIGXFSZ, SIG_IGN)
    if arguments.count > 2, let bytes = UInt(arguments[2]), bytes > 0 {
      var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
    if arguments.count > 3, let user = uid_t(arguments[3]) { setuid(user) }
    do {
      return try await perform(command, data: arguments[0], folder: arguments[1])
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      return 5
    }
  }

  private static func perform(
    _ command: String, data: String, folder: String
  ) async throws -> Int32 {
    let directory = try DataDirectory(path: data)
    let fuse = Fuse()
    let time = ProbeClock()
    let clock: @Sendable () -> Date = { time.now }
    let store = try RecordStore(directory: directory, clock: clock) {
      fuse.pass($0.rawValue, $1)
    }
    let registry = try EmbeddedRegistry(
      directory: directory, workflows: Workflows(directory: dictionaries), clock: clock)
    let delivery = OutboxDelivery(
      store: store, endpoint: ProbeService(registry: registry, fuse: fuse).endpoint,
      policy: RetryPolicy(
        firstDelay: .milliseconds(1), longestDelay: .milliseconds(20),
        patience: .milliseconds(100)),
      phrase: phrase, clock: clock)
    let variables = ProcessInfo.processInfo.environment
    let pool = WorkerPool(
      program: .thisProgram(arguments: ["worker"], showsLog: false),
      count: variables["PROBE_WORKERS"].flatMap { Int($0) } ?? 2)
    let keeping = OriginalKeeping(store: SealedStore(folder: directory.path, keys: keys), days: 10)
    let batches = BatchImport(
      store: store, directory: directory, pool: pool, delivery: delivery,
      keeping: folder.hasSuffix("-bare") ? nil : keeping, maximumFileBytes: 2000, clock: clock,
      joiner: joiner, phrase: phrase)
    var code: Int32 = 0
    switch command {
    case "import":
      let watch = ProbeMeasure(variables)
      code = try await batches.run([folder], onEvent: watch.note).exitCode
      watch.noteMemory()
    case "retry": code = try await batches.retryRejected().exitCode
    case "cancel":
      for batch in try await store.batches() { try await store.cancelBatch(batch.id) }
    case "replay":
      _ = try await store.replayDeadSubmissions()
      code = try await delivery.deliverAll().count > 0 ? 5 : 0
      for batch in try await store.batches() { try await store.finishBatch(batch.id) }
    case "forget":
      let place = RegistryPlace.file(directory.registryPath)
      let proof = try await Forgetting(store: store, directory: directory, keeping: keeping)
        .forget(
          folder, registry: RegistryStore(place, workflows: Workflows(directory: dictionaries)))
      code = proof.remains.isEmpty ? 0 : 5
    case "watch":
      let options = WatchOptions(
        settling: .zero, patience: .milliseconds(200), interval: .milliseconds(5))
      try await FolderWatch(
        folder: folder, name: "hot", store: store, directory: directory, pool: pool,
        delivery: delivery, keeping: keeping, options: options, maximumFileBytes: 2000,
        joiner: joiner, phrase: phrase
      ).run(untilEmpty: true)
    default: code = 2
    }
    await pool.stop()
    return code
  }

  private static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL.path

  @Sendable private static func joiner() throws -> DossierJoiner {
    try DossierJoiner(dictionaries: dictionaries)
  }

  @Sendable static func phrase(_ finding: Finding) -> Reason {
    Reason(
      code: finding.code, field: finding.field, vi: finding.code.rawValue,
      en: finding.code.rawValue, severity: .refusal)
  }
}
