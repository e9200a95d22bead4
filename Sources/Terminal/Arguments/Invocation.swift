/// What the words of a command line ask for.
package enum Invocation: Sendable {
  /// Help on the program, or on one command.
  case help(command: CommandSpecification?)
  case version
  case run(ParsedArguments)
}
