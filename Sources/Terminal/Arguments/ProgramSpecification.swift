/// A program with commands, and the options that all of them share.
package struct ProgramSpecification: Sendable {
  /// The word that calls it.
  package var name: String
  /// The version that `--version` prints.
  package var version: String
  /// What it is, for the overview.
  package var summary: String
  /// Its commands in the order of the overview.
  package var commands: [CommandSpecification]
  /// The options of every command.
  package var commonOptions: [OptionSpecification]

  /// Describes a program.
  package init(
    name: String, version: String, summary: String, commands: [CommandSpecification],
    commonOptions: [OptionSpecification]
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
    self.commonOptions = commonOptions
  }

  /// Reads the words after the program's name.
  ///
  /// Options may stand before and after operands, as `--name value` or `--name=value`; `--` ends
  /// them. Throws `UsageError` for anything the specification does not know.
  package func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    guard let first = arguments.first else { return .help(command: nil) }
    if first == "--help" || first == "-h" { return .help(command: nil) }
    if first == "help" {
      guard arguments.count > 1 else { return .help(command: nil) }
      return .help(command: try command(named: arguments[1]))
    }
    if first == "--version" { return .version }
    if first.hasPrefix("-") {
      throw UsageError(.optionBeforeCommand(first))
    }
    let command = try command(named: first)
    return try parse(arguments.dropFirst(), of: command)
  }

  private func command(named name: String) throws(UsageError) -> CommandSpecification {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let known = commands.filter { !$0.isHidden }.map(\.name)
    throw UsageError(.unknownCommand(name, nearest: Spelling.nearest(to: name, among: known)))
  }

  private func parse(
    _ arguments: ArraySlice<String>, of command: CommandSpecification
  ) throws(UsageError) -> Invocation {
    let options = command.options + commonOptions
    var parsed = ParsedArguments(command: command.name)
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--" {
        parsed.operands += rest
        break
      }
      if argument == "--help" || argument == "-h" { return .help(command: command) }
      guard argument.hasPrefix("-"), argument != "-" else {
        parsed.operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let written = String(parts[0])
      guard let option = options.first(where: { $0.matches(written) }) else {
        let nearest = Spelling.nearest(to: written, among: options.map { "--" + $0.name })
        throw UsageError(.unknownOption(written, command: command.name, nearest: nearest))
      }
      let inline = parts.count == 2 ? String(parts[1]) : nil
      guard option.valueName != nil else {
        guard inline == nil else {
          throw UsageError(.unexpectedValue(written, command: command.name))
        }
        parsed.values[option.name, default: []].append("true")
        continue
      }
      guard let value = inline ?? rest.popFirst() else {
        throw UsageError(.missingValue(written, command: command.name))
      }
      parsed.values[option.name, default: []].append(value)
    }
    try check(parsed.operands, of: command)
    return .run(parsed)
  }

  private func check(
    _ operands: [String], of command: CommandSpecification
  ) throws(UsageError) {
    switch command.operands {
    case .none:
      if let first = operands.first {
        throw UsageError(.unexpectedOperand(first, command: command.name))
      }
    case .exactlyOne(let name):
      guard operands.count >= 1 else {
        throw UsageError(.missingOperand(name, command: command.name))
      }
      guard operands.count == 1 else {
        throw UsageError(.unexpectedOperand(operands[1], command: command.name))
      }
    case .atLeastOne(let name):
      guard !operands.isEmpty else {
        throw UsageError(.missingOperand(name, command: command.name))
      }
    case .any: break
    }
  }
}

extension OptionSpecification {
  fileprivate func matches(_ written: String) -> Bool {
    written == "--" + name || short.map { written == "-\($0)" } ?? false
  }
}
