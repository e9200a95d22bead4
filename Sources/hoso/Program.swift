import Foundation
import Glibc
import Terminal

/// The program: reads the command line, runs the command, and turns what is thrown into one line
/// on standard error and an exit code.
@main
struct Program {
  static let version = "0.1.0"

  static let specification = ProgramSpecification(
    name: "hoso", version: version,
    summary: """
      hoso reads scans of Vietnamese identity cards and social-insurance forms, checks what they
      say, and registers what is certain.
      """,
    commands: [
      PreviewCommand.specification, ImportCommand.specification, WatchCommand.specification,
      EvaluateCommand.specification,
      RepairCommand.specification, LetterCommand.specification, MemoCommand.specification,
      RegistryCommand.specification,
      ForgetCommand.specification, KeyCommand.specification,
      BackupCommand.specification, DictionaryCommand.specification, DoctorCommand.specification,
      WorkerCommand.specification,
    ],
    commonOptions: Settings.commonOptions)

  static func main() async {
    // Where a file may not grow, the write must fail and be reported, not end the program.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let code = await Console.$messageFormat.withValue(.asked(by: arguments)) {
      await reporting { try await run(arguments) }
    }
    exit(code.rawValue)
  }

  /// Runs `body`, and turns what it throws into a message and an exit code.
  private static func reporting(_ body: () async throws -> ExitCode) async -> ExitCode {
    do {
      return try await body()
    } catch let error as UsageError {
      Console.error("\(error)")
      return .usage
    } catch {
      Console.error("\(error)")
      return .workNotDone
    }
  }

  private static func run(_ arguments: [String]) async throws -> ExitCode {
    switch try specification.parse(arguments) {
    case .help(nil):
      try Console.print(HelpText(for: specification, width: Console.width).overview, terminator: "")
      return .allAccepted
    case .help(let command?):
      try Console.print(
        HelpText(for: specification, width: Console.width).text(for: command), terminator: "")
      return .allAccepted
    case .version:
      try Console.print("hoso \(version)")
      return .allAccepted
    case .run(let parsed):
      let settings = try Settings(parsed, of: specification)
      let format = try settings.messageFormat()
      return await Console.$messageFormat.withValue(format) {
        await reporting { try await run(parsed.command, with: settings) }
      }
    }
  }

  private static func run(_ command: String, with settings: Settings) async throws -> ExitCode {
    switch command {
    case PreviewCommand.specification.name: return try await PreviewCommand(settings).run()
    case ImportCommand.specification.name: return try await ImportCommand(settings).run()
    case WatchCommand.specification.name: return try await WatchCommand(settings).run()
    case ForgetCommand.specification.name: return try await ForgetCommand(settings).run()
    case KeyCommand.specification.name: return try KeyCommand(settings).run()
    case EvaluateCommand.specification.name: return try EvaluateCommand(settings).run()
    case DictionaryCommand.specification.name: return try DictionaryCommand(settings).run()
    case BackupCommand.specification.name: return try BackupCommand(settings).run()
    case RegistryCommand.specification.name: return try await RegistryCommand(settings).run()
    case RepairCommand.specification.name: return try RepairCommand(settings).run()
    case LetterCommand.specification.name: return try await LetterCommand(settings).run()
    case MemoCommand.specification.name: return try await MemoCommand(settings).run()
    case DoctorCommand.specification.name: return try await DoctorCommand(settings).run()
    case WorkerCommand.specification.name:
      exit(await WorkerCommand(settings).run())
    default: throw UsageError(.unknownCommand(command, nearest: nil))
    }
  }
}
