import Batches
import Delivery
import Documents
import Foundation
import Glibc
import RecordStore
import Registry
import Workers

/// `import DATA FOLDER [FILE-SIZE-LIMIT [USER]]`: an import as the program does it, with the probe
/// as its worker.
enum ProbeImport {
  static func run(_ arguments: [String]) async -> Int32 {
    signal(SIGXFSZ, SIG_IGN)
    if arguments.count > 2, let bytes = UInt(arguments[2]), bytes > 0 {
      var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }
    if arguments.count > 3, let user = uid_t(arguments[3]) { setuid(user) }
    do {
      let directory = try DataDirectory(path: arguments[0])
      let fuse = Fuse()
      let clock: @Sendable () -> Date = {
        fuse.pass()
        return Date()
      }
      let store = try RecordStore(directory: directory, clock: clock)
      let registry = try EmbeddedRegistry(
        directory: directory, workflows: Workflows(directory: dictionaries), clock: clock)
      let endpoint = RegistrationEndpoint { request in
        fuse.pass()
        let response = try await registry.register(request)
        fuse.pass()
        return response
      }
      let pool = WorkerPool(
        program: .thisProgram(arguments: ["worker"], showsLog: false), count: 2)
      let batch = BatchImport(
        store: store, directory: directory, pool: pool,
        delivery: OutboxDelivery(store: store, endpoint: endpoint, phrase: phrase),
        phrase: phrase)
      let report = try await batch.run([arguments[1]])
      await pool.stop()
      return report.exitCode
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      return 5
    }
  }

  private static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL.path

  @Sendable static func phrase(_ finding: Finding) -> Reason {
    Reason(
      code: finding.code, field: finding.field, vi: finding.code.rawValue,
      en: finding.code.rawValue, severity: .refusal)
  }
}
