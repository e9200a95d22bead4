import Terminal
import Testing

@Suite struct ArgumentTests {
  private static let program = ProgramSpecification(
    name: "hoso", version: "1", summary: "Reads.",
    commands: [
      CommandSpecification(
        "preview", summary: "Shows.", operands: .atLeastOne("FILE"),
        options: [
          OptionSpecification("json", help: "JSON."),
          OptionSpecification("html", value: "FILE", help: "A page."),
        ]),
      CommandSpecification("doctor", summary: "Checks."),
      CommandSpecification("evaluate", summary: "Scores.", operands: .exactlyOne("CORPUS")),
    ],
    commonOptions: [OptionSpecification("jobs", short: "j", value: "N", help: "Workers.")])

  private func run(_ arguments: [String]) throws -> ParsedArguments {
    guard case .run(let parsed) = try Self.program.parse(arguments) else {
      throw UsageError(.missingOperand("a run", command: "test"))
    }
    return parsed
  }

  @Test func takesOptionsAnywhereAndInBothForms() throws {
    let expected = ParsedArguments(
      command: "preview", operands: ["a.jpg", "b.jpg"],
      values: ["html": ["o.html"], "json": ["true"], "jobs": ["2"]])
    #expect(
      try run(["preview", "a.jpg", "--html=o.html", "--json", "b.jpg", "-j", "2"]) == expected)
    #expect(
      try run(["preview", "--json", "--jobs", "2", "--html", "o.html", "a.jpg", "b.jpg"])
        == expected)
  }

  @Test func everythingAfterTheDoubleDashIsAnOperand() throws {
    #expect(try run(["preview", "--", "--json"]).operands == ["--json"])
  }

  @Test func aLoneDashIsAnOperand() throws {
    #expect(try run(["preview", "-"]).operands == ["-"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Refusal(
      arguments: ["preveiw"],
      message: "unknown command 'preveiw' (did you mean 'preview'?); see 'hoso --help'"),
    Refusal(arguments: ["xyz"], message: "unknown command 'xyz'; see 'hoso --help'"),
    Refusal(
      arguments: ["preview", "--jsno", "a"],
      message: "unknown option '--jsno' (did you mean '--json'?); see 'hoso preview --help'"),
    Refusal(
      arguments: ["preview", "a", "--html"],
      message: "option '--html' needs a value; see 'hoso preview --help'"),
    Refusal(
      arguments: ["preview", "a", "--json=yes"],
      message: "option '--json' takes no value; see 'hoso preview --help'"),
    Refusal(arguments: ["preview"], message: "'preview' needs FILE; see 'hoso preview --help'"),
    Refusal(
      arguments: ["doctor", "x"], message: "'doctor' does not take 'x'; see 'hoso doctor --help'"),
    Refusal(
      arguments: ["evaluate", "a", "b"],
      message: "'evaluate' does not take 'b'; see 'hoso evaluate --help'"),
    Refusal(
      arguments: ["--json", "preview"],
      message: "option '--json' stands before the command; write 'hoso COMMAND --json …'"),
  ])
  func saysWhatIsWrongAndTheWayOut(_ refusal: Refusal) {
    let error = #expect(throws: UsageError.self) { try Self.program.parse(refusal.arguments) }
    #expect(error?.description == refusal.message)
  }

  @Test func helpIsAskedForOnTheProgramAndOnEachCommand() throws {
    for arguments in [[], ["--help"], ["help"]] {
      guard case .help(nil) = try Self.program.parse(arguments) else {
        Issue.record("\(arguments) did not ask for the overview")
        continue
      }
    }
    for arguments in [["preview", "--help"], ["help", "preview"], ["preview", "a", "-h"]] {
      guard case .help(let command?) = try Self.program.parse(arguments) else {
        Issue.record("\(arguments) did not ask for a command's help")
        continue
      }
      #expect(HelpText(for: Self.program).text(for: command).contains("--html FILE"))
    }
  }
}
