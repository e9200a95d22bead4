import Foundation
import RecordStore
import Terminal

/// `hoso backup DIR` copies the databases of the data directory, also while they are in use.
struct BackupCommand {
  static let specification = CommandSpecification(
    "backup", summary: "Copy the data directory's databases, also while they are in use.",
    operands: .exactlyOne("DIR"),
    discussion: """
      DIR must not be there yet. Each copy is whole, as its database was at one moment. To restore,
      copy the files into an empty data directory and run the same imports again: what was delivered
      is known by its key and not registered twice.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    let backup = try DataBackup(from: settings.dataFolder.path, to: settings.operands[0])
    for copy in backup.copies { try Console.print(copy) }
    return .allAccepted
  }
}
