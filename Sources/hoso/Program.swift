import Foundation
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
      PreviewCommand.specification, ImportCommand.specification, EvaluateCommand.specification,
      DoctorCommand.specification, WorkerCommand.specification,
    ],
    commonOptions: Settings.commonOptions)

  static func main() async {
    let code: ExitCode
    do {
      code = try await run(Array(CommandLine.arguments.dropFirst()))
    } catch let error as UsageError {
      Console.error("\(error)")
      code = .usage
    } catch {
      Console.error("\(error)")
      code = .workNotDone
    }
    exit(code.rawValue)
  }

  private static func run(_ arguments: [String]) async throws -> ExitCode {
    switch try specification.parse(arguments) {
    case .help(nil):
      Console.print(HelpText(for: specification).overview, terminator: "")
      return .allAccepted
    case .help(let command?):
      Console.print(HelpText(for: specification).text(for: command), terminator: "")
      return .allAccepted
    case .version:
      Console.print("hoso \(version)")
      return .allAccepted
    case .run(let parsed):
      let settings = try Settings(parsed, of: specification)
      switch parsed.command {
      case PreviewCommand.specification.name: return try PreviewCommand(settings).run()
      case ImportCommand.specification.name: return try await ImportCommand(settings).run()
      case EvaluateCommand.specification.name: return try EvaluateCommand(settings).run()
      case DoctorCommand.specification.name: return DoctorCommand(settings).run()
      case WorkerCommand.specification.name:
        exit(await WorkerCommand(settings).run())
      default: throw UsageError(.unknownCommand(parsed.command, nearest: nil))
      }
    }
  }
}
