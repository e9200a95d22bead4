import Batches
import Delivery
import Documents
import Foundation
import Originals
import RecordStore
import Registry
import RegistrySupport
import TestSupport
import Validation
import Workers

/// A data directory with a store, a registry, workers that do what each file says, and a clock.
struct IntakeFixture {
  let folder: TemporaryFolder
  let directory: DataDirectory
  let store: RecordStore
  let registry: EmbeddedRegistry
  let pool: WorkerPool
  let delivery: OutboxDelivery
  let keys = KeyRing(.random())
  let clock = TestClock()

  init() throws {
    folder = try TemporaryFolder()
    directory = try DataDirectory(path: folder.path + "/data")
    let clock = clock
    store = try RecordStore(directory: directory) { clock.now }
    registry = try EmbeddedRegistry(directory: directory, workflows: .committed()) { clock.now }
    pool = WorkerPool(
      program: WorkerProgram(path: Probe.path, arguments: ["worker"], showsLog: false), count: 2)
    delivery = OutboxDelivery(
      store: store, endpoint: registry.endpoint, phrase: SampleResult.phrase
    ) { clock.now }
    try FileManager.default.createDirectory(atPath: input, withIntermediateDirectories: true)
  }

  /// The rules of this package that join files.
  @Sendable static func joiner() throws -> DossierJoiner {
    try DossierJoiner(dictionaries: Workflows.committedDictionaries)
  }

  var input: String { folder.path + "/in" }

  func keeping(days: Int = 30) -> OriginalKeeping {
    OriginalKeeping(store: SealedStore(folder: directory.path, keys: keys), days: days)
  }

  func batches(days: Int = 30) -> BatchImport {
    let clock = clock
    return BatchImport(
      store: store, directory: directory, pool: pool, delivery: delivery,
      keeping: keeping(days: days), clock: { clock.now }, joiner: IntakeFixture.joiner,
      phrase: SampleResult.phrase)
  }

  func watch(_ options: WatchOptions = WatchOptions(), days: Int = 30) throws -> FolderWatch {
    let clock = clock
    return try FolderWatch(
      folder: input, name: "evening", store: store, directory: directory, pool: pool,
      delivery: delivery, keeping: keeping(days: days), options: options, maximumFileBytes: 1000,
      clock: { clock.now }, joiner: IntakeFixture.joiner, phrase: SampleResult.phrase)
  }

  /// Sealed files of the data directory, without their folders.
  var sealed: [String] {
    (FileManager.default.enumerator(atPath: directory.path)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".sealed") || $0.contains(".part-") }
      .map { URL(filePath: $0).lastPathComponent }.sorted()
  }

  /// What stands in the hot folder, folders left out.
  var files: [String] {
    let names = FileManager.default.enumerator(atPath: input)?.allObjects as? [String] ?? []
    return names.filter { name in
      let type = try? FileManager.default.attributesOfItem(atPath: input + "/" + name)[.type]
      return type as? FileAttributeType != .typeDirectory
    }.sorted()
  }
}
