import Foundation
import Originals
import RecordStore
import Terminal

/// `hoso key create` and `hoso key rotate`: the keys of encrypted originals.
struct KeyCommand {
  static let specification = CommandSpecification(
    "key", summary: "Make a key for encrypted originals, or seal them with a new one.",
    operands: .exactlyOne("create|rotate"), options: Settings.originalOptions,
    discussion: """
      `create` puts a new key before those in the key file, which is made when it is not there: the
      first key seals, all of them open. `rotate` seals with the first key whatever is sealed with
      another; then the others can be taken out of the file.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    switch settings.operands[0] {
    case "create":
      try KeyRing.addKey(toFile: settings.keyFile)
      try Console.print(settings.keyFile)
    case "rotate":
      try settings.requireData()
      let directory = try DataDirectory(path: settings.dataFolder.path)
      let count = try SealedStore(folder: directory.path, keys: settings.keys(isMade: false))
        .rotate()
      try Console.print("\(count) files sealed anew")
    case let action:
      throw UsageError(.unknownAction(action, command: "key", known: ["create", "rotate"]))
    }
    return .allAccepted
  }
}
