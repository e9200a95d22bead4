import Terminal
import Testing

@Suite struct HelpTextTests {
  private let command = CommandSpecification(
    "preview", summary: "Show a scan.", operands: .atLeastOne("FILE"),
    options: [
      OptionSpecification(
        "html", value: "FILE",
        help: "Write one page with images, boxes and crops of every value that was read.")
    ],
    discussion: """
      Exit code 0 when all is accepted, 3 when a person
      must look, 4 when a file was rejected.

      Actions:
        look    what stands
                there
      """)

  private func lines(width: Int) -> [String] {
    let program = ProgramSpecification(
      name: "hoso", version: "1", summary: "Reads.", commands: [command], commonOptions: [])
    return HelpText(for: program, width: width).text(for: command)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [60, 80, 100])
  func noLineIsWiderThanTheTerminal(width: Int) {
    #expect(lines(width: width).allSatisfy { $0.count <= width })
  }

  /// What belongs to an option stands under its first word.
  @Test func helpOfAnOptionKeepsItsColumn() throws {
    let lines = lines(width: 60)
    let first = try #require(lines.firstIndex { $0.contains("--html FILE") })
    #expect(lines[first] == "  --html FILE  Write one page with images, boxes and crops")
    #expect(lines[first + 1] == "               of every value that was read.")
  }

  /// Sentences flow; a list stays as it is.
  @Test func onlyParagraphsAreWrappedAnew() {
    let text = lines(width: 100).joined(separator: "\n")
    #expect(
      text.contains(
        "Exit code 0 when all is accepted, 3 when a person must look, 4 when a file was rejected.\n"
      ))
    #expect(text.contains("\nActions:\n  look    what stands\n          there"))
  }
}
