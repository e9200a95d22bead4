/// A command with the options and operands it was given, not yet interpreted.
package struct ParsedArguments: Hashable, Sendable {
  /// The name of the command.
  package var command: String
  /// The words that are no options, in the order given.
  package var operands: [String]
  /// The values by option name, in the order given; a flag's value is `true`.
  package var values: [String: [String]]

  /// Creates the arguments of `command`.
  package init(command: String, operands: [String] = [], values: [String: [String]] = [:]) {
    self.command = command
    self.operands = operands
    self.values = values
  }
}
