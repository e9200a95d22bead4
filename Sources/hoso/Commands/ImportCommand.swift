import Batches
import Delivery
import Documents
import Foundation
import Imaging
import RecordStore
import Registry
import Terminal
import Validation
import Workers

/// `hoso import PATH…` takes files and folders in, and delivers what is accepted.
struct ImportCommand {
  static let specification = CommandSpecification(
    "import", summary: "Take in files and folders; deliver what is accepted.",
    operands: .any("PATH"),
    options: [
      OptionSpecification("name", value: "NAME", help: "The batch's name; default its paths."),
      OptionSpecification("list", help: "List the batches and where they stand."),
      OptionSpecification("resume", help: "Finish an interrupted batch: --name's, or the latest."),
      OptionSpecification("cancel", help: "Drop what is not decided in the batch --name."),
      OptionSpecification(
        "retry", value: "rejected|delivery",
        help: "Read rejected files again, or send given-up registrations again."),
      OptionSpecification(
        "report", value: "DIR", help: "Write reports there: HTML, spreadsheet and CSV."),
      OptionSpecification("verbose", short: "v", help: "Tell of every file what became of it."),
    ] + Settings.deliveryOptions + Settings.originalOptions,
    discussion: """
      Every file ends accepted and delivered, in review, or rejected with a reason. Files of one
      dossier, as the two sides of a card, are registered as one once all are read. Running the
      same import again, after whatever ended it, finishes it: nothing is lost or done twice. The
      sources are never touched; an encrypted copy of each is kept until 30 days after its delivery
      (--keep-days). A registration that the service refuses, or fails on ten times, is
      given up, and its file goes to review; --retry delivery sends it again. Exit code 3 when a
      person must look, 4 when a file was rejected, 5 when work is left.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  /// What is to be done with batches.
  private enum Work {
    case list
    case cancel(String)
    case read
    case resume
    case readRejected
    case deliverAgain
  }

  func run() async throws -> ExitCode {
    // Nothing is made for a command line that cannot be understood.
    let work = try asked()
    if case .list = work { return try await list() }
    if case .read = work {} else { try settings.requireData() }
    let jobs = try settings.jobs()
    let catalogue = try ReasonCatalogue(directory: settings.dictionaries())
    let directory = try DataDirectory(path: settings.dataFolder.path)
    let store = try RecordStore(directory: directory)
    if case .cancel(let name) = work { return try await cancel(name, in: store) }
    let pool = try settings.workerPool(count: jobs)
    let phrase: @Sendable (Finding) -> Reason = { catalogue.reason(for: $0) }
    let delivery = OutboxDelivery(
      store: store, endpoint: try settings.endpoint(in: directory, for: "import"), phrase: phrase)
    if case .deliverAgain = work {
      return try await Interrupts.cancelling { try await deliverAgain(from: store, by: delivery) }
    }
    let batches = BatchImport(
      store: store, directory: directory, pool: pool, delivery: delivery,
      keeping: try settings.originals(), maximumFileBytes: IntakeLimits.standard.bytes,
      joiner: try settings.joiner(), phrase: phrase)
    let report = try await Interrupts.cancelling { try await batchReport(of: work, by: batches) }
    await pool.stop()
    try Console.print(
      BatchTable(width: Console.width, colour: Console.showsColour).text(for: report),
      terminator: "")
    note(report)
    if let folder = settings.value("report") {
      for path in try await BatchReports(store: store).write(report.batch, to: folder) {
        Console.note(path)
      }
    }
    return ExitCode(rawValue: report.exitCode) ?? .workNotDone
  }

  /// Sends the registrations again that were given up.
  private func deliverAgain(
    from store: RecordStore, by delivery: OutboxDelivery
  ) async throws -> ExitCode {
    // An interrupted batch stays open: it may have files that were not met yet.
    let finished = try await store.batches().filter { $0.state == .finished }
    let count = try await store.replayDeadSubmissions()
    let left = try await delivery.deliverAll()
    for batch in finished { try await store.finishBatch(batch.id) }
    let dead = try await store.deadSubmissions()
    try Console.print(
      "\(count) registrations sent again: \(dead) given up once more, \(left.count) waiting")
    if left.count > 0 {
      Console.error("\(left.problem ?? "the service was away"); run it again to deliver them")
      return .workNotDone
    }
    return dead > 0 ? .needsReview : .allAccepted
  }

  private func asked() throws(UsageError) -> Work {
    if try settings.flag("list") { return .list }
    if try settings.flag("cancel") {
      guard let name = settings.value("name") else {
        throw UsageError(.missingOperand("--name NAME", command: "import --cancel"))
      }
      return .cancel(name)
    }
    if try settings.flag("resume") {
      try refuseOperands("resume")
      return .resume
    }
    if let what = settings.value("retry") {
      try refuseOperands("retry")
      switch what {
      case "rejected": return .readRejected
      case "delivery": return .deliverAgain
      default:
        throw UsageError(
          .invalidValue(option: "retry", value: what, expected: "'rejected' or 'delivery'"))
      }
    }
    guard !settings.operands.isEmpty else {
      throw UsageError(.missingOperand("PATH", command: "import"))
    }
    return .read
  }

  private func batchReport(of work: Work, by batches: BatchImport) async throws -> BatchReport {
    let display = BatchDisplay(
      quiet: try settings.flag("quiet"), isVerbose: try settings.flag("verbose"))
    defer { display.clear() }
    let name = settings.value("name")
    return switch work {
    case .resume: try await batches.resume(name, onEvent: display.show)
    case .readRejected: try await batches.retryRejected(name, onEvent: display.show)
    default: try await batches.run(settings.operands, name: name, onEvent: display.show)
    }
  }

  /// Says what was passed over and what is left to do.
  private func note(_ report: BatchReport) {
    for refused in report.refused {
      if case .unreadable = refused.cause {
        Console.error("\(refused)")
      } else {
        Console.note("\(refused)")
      }
    }
    if report.wasInterrupted { Console.error("interrupted; run it again to finish it") }
    if report.undelivered.count > 0 {
      let problem = report.undelivered.problem.map { " (\($0))" } ?? ""
      Console.error(
        "\(report.undelivered.count) registrations wait in the outbox\(problem); "
          + "run it again to deliver them")
    }
  }

  private func refuseOperands(_ option: String) throws(UsageError) {
    guard let first = settings.operands.first else { return }
    throw UsageError(.unexpectedOperand(first, command: "import --\(option)"))
  }

  private func list() async throws -> ExitCode {
    let path = settings.dataFolder.path
    let isThere = FileManager.default.fileExists(atPath: path + "/hoso.sqlite")
    let batches = isThere ? try await RecordStore(readingFrom: path).batches() : []
    guard !batches.isEmpty else {
      try Console.print("No batches in \(path).")
      return .allAccepted
    }
    let table = BatchTable(width: Console.width, colour: Console.showsColour)
    try Console.print(table.text(for: batches), terminator: "")
    return .allAccepted
  }

  private func cancel(_ name: String, in store: RecordStore) async throws -> ExitCode {
    guard let batch = try await store.batch(named: name) else {
      throw BatchError.noSuchBatch(name: name)
    }
    try await store.cancelBatch(batch.id)
    Console.note("cancelled '\(name)'; what was decided stays")
    return .allAccepted
  }
}
