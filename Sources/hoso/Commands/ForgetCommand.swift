import Batches
import Delivery
import Foundation
import RecordStore
import Registry
import Terminal

/// `hoso forget NUMBER` erases a person, and proves it.
struct ForgetCommand {
  static let specification = CommandSpecification(
    "forget", summary: "Erase a person, and prove it.", operands: .exactlyOne("NUMBER"),
    options: Settings.originalOptions + Settings.deliveryOptions,
    discussion: """
      NUMBER is a personal, identity, passport or social-insurance number. Every paper that names it goes:
      records, reasons, registrations on their way, encrypted originals and crops, what the embedded
      registry holds, and reports are written anew. Of the papers their SHA-256 stays, so that the same
      file is not taken in again, and the registry's audit trail, which holds no person's data.
      Then every file of the data directory is searched for the number and for what the papers said
      of this person alone; exit code 5 when something is left. With --registry the registration service
      there erases the person too, for the token of an admin for all offices; it is not searched from
      here. Not reached are backups, and a service that is not named.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let number = settings.operands[0].filter { !$0.isWhitespace }
    guard FieldFormat.anyNumber.matches(number) else {
      throw UsageError(.invalidOperand("NUMBER", expected: FieldFormat.anyNumber.words))
    }
    let remote = try settings.remoteRegistry(for: "forget")
    // A slip in --data must not pass as a proof; what is elsewhere is erased there all the same.
    if remote == nil, settings.value("store") == nil { try settings.requireData(registry: true) }
    let directory = try DataDirectory(path: settings.dataFolder.path)
    let registry = try hasRegistry ? settings.registryStore() : nil
    let proof = try await Forgetting(
      store: RecordStore(directory: directory), directory: directory,
      keeping: settings.originals()
    ).forget(number, registry: registry)
    try Console.print(
      """
      erased: \(proof.sources) papers (met as \(proof.files) files), \
      \(proof.registrations.count) registrations, \(proof.listed) entries of lists
      searched: \(proof.searchedFiles) files (\(proof.searchedBytes) bytes) for \
      \(proof.searchedValues) values: \(proof.remains.isEmpty ? "nothing is left" : "NOT CLEAN")
      """)
    if proof.undelivered > 0 {
      Console.note("\(proof.undelivered) registrations were not delivered, and will not be")
    }
    if proof.sources == 0, proof.registrations.isEmpty {
      Console.note("nothing here named this number")
    }
    for name in proof.remains { Console.error("still in \(directory.path)/\(name)") }
    // What is here is gone by now, whatever the service answers.
    if let remote, let address = settings.value("registry") {
      let erased = try await remote.forget(number: number)
      try Console.print(
        """
        erased at \(address): \(erased.registrations.count) registrations, \(erased.listed) entries \
        of lists
        """)
    }
    Console.note(
      "not reached: copies made by `hoso backup` or others"
        + (remote == nil ? ", and registration services elsewhere (see --registry)" : "")
        + "; erase the person there too")
    return proof.remains.isEmpty ? .allAccepted : .workNotDone
  }

  /// Whether there is a registry to be emptied, so that none is made to find nothing in it.
  private var hasRegistry: Bool {
    settings.value("store") != nil
      || FileManager.default.fileExists(atPath: settings.dataFolder.path + "/registry.sqlite")
  }
}
