/// Writes the help of a program and of its commands.
package struct HelpText: Sendable {
  private let program: ProgramSpecification
  private let width: Int

  /// Writes help for `program` in lines of at most `width` characters.
  package init(for program: ProgramSpecification, width: Int = 100) {
    self.program = program
    self.width = width
  }

  /// The overview: what the program is, and its commands.
  package var overview: String {
    let visible = program.commands.filter { !$0.isHidden }
    let rows = visible.map { ($0.name + $0.operands.usage, $0.summary) }
    return """
      \(program.summary)

      Usage: \(program.name) COMMAND [OPTION…] [OPERAND…]

      Commands:
      \(columns(rows))

      '\(program.name) COMMAND --help' says more about one command; '\(program.name) --version' \
      prints the version.

      """
  }

  /// Everything about one command.
  package func text(for command: CommandSpecification) -> String {
    var text = """
      \(command.summary)

      Usage: \(program.name) \(command.name)\(command.operands.usage) [OPTION…]

      """
    if !command.options.isEmpty {
      text += "\nOptions:\n\(columns(command.options.map(Self.row)))\n"
    }
    text += "\nCommon options:\n\(columns(program.commonOptions.map(Self.row)))\n"
    if !command.discussion.isEmpty { text += "\n\(flowing(command.discussion))\n" }
    return text
  }

  private static func row(_ option: OptionSpecification) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? ""
    let value = option.valueName.map { " \($0)" } ?? ""
    let environment = option.environment.map { " [\($0)]" } ?? ""
    return ("\(short)--\(option.name)\(value)", option.help + environment)
  }

  /// The least width of the right column.
  private static let leastRoom = 30

  private func columns(_ rows: [(String, String)]) -> String {
    let indent = (rows.map { $0.0.count }.max() ?? 0) + 4
    let margin = "\n" + String(repeating: " ", count: indent)
    return rows.map { left, right in
      let gap = String(repeating: " ", count: indent - left.count - 2)
      let lines = right.wrapped(to: max(Self.leastRoom, width - indent))
      return "  \(left)\(gap)\(lines.joined(separator: margin))"
    }.joined(separator: "\n")
  }

  /// `text` with its paragraphs wrapped anew; lines that begin with a space stay as they are.
  private func flowing(_ text: String) -> String {
    var paragraphs: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let last = paragraphs.last, !last.isEmpty, !line.isEmpty, !last.hasPrefix(" "),
        !line.hasPrefix(" ")
      {
        paragraphs[paragraphs.count - 1] = last + " " + line
      } else {
        paragraphs.append(line)
      }
    }
    return paragraphs.flatMap { paragraph in
      paragraph.isEmpty || paragraph.hasPrefix(" ") ? [paragraph] : paragraph.wrapped(to: width)
    }.joined(separator: "\n")
  }
}
