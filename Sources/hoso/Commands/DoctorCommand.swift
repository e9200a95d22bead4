import ContentHash
import Foundation
import HTTPClient
import HTTPServer
import Pipeline
import Recognition
import Postgres
import RecordStore
import Spreadsheets
import Terminal
import Workers

/// `hoso doctor` tells whether this machine is ready.
struct DoctorCommand {
  static let specification = CommandSpecification(
    "doctor", summary: "Check that this machine is ready, and say what to do.",
    discussion: "Exit code 0 when all is ready, 5 when something is missing.")

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    var checks = Readiness.libraries + Self.libraries
    checks.append(Readiness.models(tessdata: settings.tessdata))
    checks.append(Readiness.scriptModel(tessdata: settings.tessdata))
    checks.append(dictionaries)
    checks += await confinement()
    checks.append(dataFolder)
    var table = TextTable(header: ["", "Part", "Found", "What to do"])
    for check in checks {
      table.append([
        TextTable.Cell(check.isReady ? "✓" : "✗", style: check.isReady ? .good : .bad),
        TextTable.Cell(check.part), TextTable.Cell(check.found), TextTable.Cell(check.remedy ?? ""),
      ])
    }
    try Console.print(
      table.text(width: Console.width, colour: Console.showsColour), terminator: "")
    return checks.allSatisfy(\.isReady) ? .allAccepted : .workNotDone
  }

  /// The C libraries around the line of reading.
  private static var libraries: [Readiness] {
    [
      Readiness(part: "zxing", found: RecognitionLibraries.zxing),
      Readiness(part: "sqlite", found: RecordStoreLibraries.sqlite),
      Readiness(part: "libsodium", found: ContentHashLibraries.sodium),
      Readiness(part: "libxlsxwriter", found: SpreadsheetFile.library),
      Readiness(part: "libseccomp", found: ConfinementLibraries.seccomp),
      Readiness(part: "libpq", found: PostgresLibraries.libpq),
      Readiness(part: "libmicrohttpd", found: HTTPServerLibraries.microhttpd),
      Readiness(part: "libcurl", found: HTTPClientLibraries.curl),
    ]
  }

  /// What keeps a worker from this machine's files and network, as a worker has found it.
  private func confinement() async -> [Readiness] {
    do {
      let isWaived = try settings.flag("unconfined")
      let pool = try settings.workerPool(count: 1)
      let held = try await pool.confinement()
      await pool.stop()
      return Self.layers(held, isWaived: isWaived)
    } catch WorkerPoolError.unconfined {
      return Self.layers(Confinement(), isWaived: false)
    } catch {
      return [Readiness(part: "workers", found: "none starts", remedy: "\(error)")]
    }
  }

  private static func layers(_ held: Confinement, isWaived: Bool) -> [Readiness] {
    let isEnough = !held.isNone || isWaived
    let remedy = "\(WorkerPoolError.unconfined)"
    let limits = WorkerLimits()
    return [
      Readiness(
        part: "workers: Landlock",
        found: held.landlock > 0
          ? "holds (version \(held.landlock)): no file but dictionaries, models and the system's"
          : "not there", remedy: isEnough ? nil : remedy),
      Readiness(
        part: "workers: seccomp",
        found: held.seccomp ? "holds: no socket, no program, no writing" : "not there",
        remedy: isEnough ? nil : remedy),
      Readiness(
        part: "workers: limits",
        found: "\(limits.time.components.seconds) s and \(limits.memoryBytes >> 20) MB a document"),
    ]
  }

  private var dictionaries: Readiness {
    do {
      return Readiness.dictionaries(of: try settings.pipeline())
    } catch {
      return Readiness(part: "dictionaries", found: "none", remedy: "\(error)")
    }
  }

  private var dataFolder: Readiness {
    let folder = settings.dataFolder
    var place = folder
    // The nearest folder that is there decides whether the data directory can be made.
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    let isWritable = FileManager.default.isWritableFile(atPath: place.path)
    return Readiness(
      part: "data directory", found: folder.path,
      remedy: isWritable ? nil : "'\(place.path)' is not writable; choose another with --data DIR")
  }
}
