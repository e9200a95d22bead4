import Foundation
import Pipeline
import Terminal

/// `hoso doctor` tells whether this machine is ready.
struct DoctorCommand {
  static let specification = CommandSpecification(
    "doctor", summary: "Check that this machine is ready, and say what to do.",
    discussion: "Exit code 0 when all is ready, 5 when something is missing.")

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    var checks = Readiness.libraries
    checks.append(Readiness.models(tessdata: settings.tessdata))
    checks.append(dictionaries)
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
