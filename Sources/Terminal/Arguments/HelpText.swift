/// Writes the help of a program and of its commands.
package struct HelpText: Sendable {
  private let program: ProgramSpecification

  /// Writes help for `program`.
  package init(for program: ProgramSpecification) { self.program = program }

  /// The overview: what the program is, and its commands.
  package var overview: String {
    let visible = program.commands.filter { !$0.isHidden }
    let rows = visible.map { ($0.name + $0.operands.usage, $0.summary) }
    return """
      \(program.summary)

      Usage: \(program.name) COMMAND [OPTION…] [OPERAND…]

      Commands:
      \(Self.columns(rows))

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
      text += "\nOptions:\n\(Self.columns(command.options.map(Self.row)))\n"
    }
    text += "\nCommon options:\n\(Self.columns(program.commonOptions.map(Self.row)))\n"
    if !command.discussion.isEmpty { text += "\n\(command.discussion)\n" }
    return text
  }

  private static func row(_ option: OptionSpecification) -> (String, String) {
    let short = option.short.map { "-\($0), " } ?? ""
    let value = option.valueName.map { " \($0)" } ?? ""
    let environment = option.environment.map { " [\($0)]" } ?? ""
    return ("\(short)--\(option.name)\(value)", option.help + environment)
  }

  private static func columns(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { left, right in
      "  \(left)\(String(repeating: " ", count: width - left.count))  \(right)"
    }.joined(separator: "\n")
  }
}
