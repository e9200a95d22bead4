import Batches
import Delivery
import Documents
import Foundation
import Imaging
import RecordStore
import Terminal
import Validation
import Workers

/// `hoso watch DIR` takes in every file that has stopped changing in a hot folder.
struct WatchCommand {
  static let specification = CommandSpecification(
    "watch", summary: "Take in what is put into a hot folder.",
    operands: .exactlyOne("DIR"),
    options: [
      OptionSpecification("name", value: "NAME", help: "What its batches are called; default DIR."),
      OptionSpecification(
        "keep-originals", help: "Move originals to done/, review/ and rejected/ in DIR."),
      OptionSpecification(
        "settling", value: "SECONDS", environment: "HOSO_SETTLING",
        help: "How long a file must have stood unchanged; default 3."),
      OptionSpecification(
        "patience", value: "SECONDS", environment: "HOSO_PATIENCE",
        help: "How long a half-written file, or one of several, is waited for; default 60."),
      OptionSpecification("once", help: "End when the folder is empty of what can be taken in."),
      OptionSpecification("verbose", short: "v", help: "Tell of every file what became of it."),
    ] + Settings.deliveryOptions + Settings.originalOptions,
    discussion: """
      A file that has stopped changing, and that no program writes to, is read, decided and delivered
      as by import. Then it is deleted, since an encrypted copy of it is kept (--keep-days), or moved
      with --keep-originals. A file that looks half-written is tried again, and one that others may
      complete, as one side of a card, waits for those on their way; both for --patience at most.
      Subfolders are watched too; links and special files are passed over. Each day is a batch.
      Whatever ends the watch, the next one goes on. SIGTERM and SIGINT end it when what is being read is decided or let go.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let catalogue = try ReasonCatalogue(directory: settings.dictionaries())
    let phrase: @Sendable (Finding) -> Reason = { catalogue.reason(for: $0) }
    let directory = try DataDirectory(path: settings.dataFolder.path)
    let store = try RecordStore(directory: directory)
    let pool = try settings.workerPool(count: try settings.jobs())
    let delivery = OutboxDelivery(
      store: store, endpoint: try settings.endpoint(in: directory, for: "watch"), phrase: phrase)
    var options = WatchOptions(keepsOriginals: try settings.flag("keep-originals"))
    if let seconds = try settings.number("settling", in: 0...3600) {
      options.settling = .seconds(seconds)
    }
    if let seconds = try settings.number("patience", in: 0...86_400) {
      options.patience = .seconds(seconds)
    }
    let isVerbose = try settings.flag("verbose")
    let once = try settings.flag("once")
    let watch = WatchSetting(
      folder: settings.operands[0], name: settings.value("name"), store: store,
      directory: directory, pool: pool, delivery: delivery, keeping: try settings.originals(),
      options: options, maximumFileBytes: IntakeLimits.standard.bytes,
      joiner: try settings.joiner(),
      phrase: phrase)
    let code = try await Interrupts.cancelling {
      try await watch.run(untilEmpty: once, isVerbose: isVerbose)
    }
    await pool.stop()
    return code
  }
}

/// A watch that is about to begin.
private struct WatchSetting: Sendable {
  let folder: String
  let name: String?
  let store: RecordStore
  let directory: DataDirectory
  let pool: WorkerPool
  let delivery: OutboxDelivery
  let keeping: OriginalKeeping
  let options: WatchOptions
  let maximumFileBytes: Int
  let joiner: @Sendable () throws -> DossierJoiner
  let phrase: @Sendable (Finding) -> Reason

  /// Watches, and returns the worst that became of a file.
  func run(untilEmpty: Bool, isVerbose: Bool) async throws -> ExitCode {
    let watch = try FolderWatch(
      folder: folder, name: name, store: store, directory: directory, pool: pool,
      delivery: delivery, keeping: keeping, options: options, maximumFileBytes: maximumFileBytes,
      joiner: joiner, phrase: phrase)
    var worst = ExitCode.allAccepted
    try await watch.run(untilEmpty: untilEmpty) { event in
      switch event {
      case .settled(let file, let isOut):
        worst = max(worst, Self.code(of: file.source.state))
        if isVerbose {
          Console.note(BatchDisplay.line(for: file) + (isOut ? "" : " (stays in the folder)"))
        }
      case .refused(let refused): Console.note("\(refused)")
      case .undelivered(let left):
        worst = max(worst, .workNotDone)
        Console.error(
          "\(left.count) registrations wait in the outbox\(left.problem.map { " (\($0))" } ?? "")")
      }
    }
    return worst
  }

  private static func code(of state: SourceState) -> ExitCode {
    switch state {
    case .rejected: .someRejected
    case .review: .needsReview
    case .taken, .accepted, .delivered, .duplicate: .allAccepted
    }
  }
}
