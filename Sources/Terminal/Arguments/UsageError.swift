/// A command line that cannot be understood, with the way out.
package struct UsageError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  package enum Problem: Hashable, Sendable {
    case unknownCommand(String, nearest: String?)
    case unknownOption(String, command: String, nearest: String?)
    case optionBeforeCommand(String)
    case missingValue(String, command: String)
    case unexpectedValue(String, command: String)
    case missingOperand(String, command: String)
    case unexpectedOperand(String, command: String)
    /// The first operand of a command names none of its actions.
    case unknownAction(String, command: String, known: [String])
    /// An option's value that does not mean anything: what it must be.
    case invalidValue(option: String, value: String, expected: String)
  }

  /// What is wrong.
  package var problem: Problem

  /// Creates the error for `problem`.
  package init(_ problem: Problem) { self.problem = problem }

  /// One sentence that says what is wrong and what to do.
  package var description: String {
    switch problem {
    case .unknownCommand(let name, let nearest):
      "unknown command '\(name)'\(Self.hint(nearest)); see 'hoso --help'"
    case .unknownOption(let option, let command, let nearest):
      "unknown option '\(option)'\(Self.hint(nearest)); see 'hoso \(command) --help'"
    case .optionBeforeCommand(let option):
      "option '\(option)' stands before the command; write 'hoso COMMAND \(option) …'"
    case .missingValue(let option, let command):
      "option '\(option)' needs a value; see 'hoso \(command) --help'"
    case .unexpectedValue(let option, let command):
      "option '\(option)' takes no value; see 'hoso \(command) --help'"
    case .missingOperand(let name, let command):
      "'\(command)' needs \(name); see 'hoso \(command) --help'"
    case .unexpectedOperand(let operand, let command):
      "'\(command)' does not take '\(operand)'; see 'hoso \(command) --help'"
    case .unknownAction(let action, let command, let known):
      "'\(command)' has no action '\(action)', only \(known.joined(separator: ", ")); "
        + "see 'hoso \(command) --help'"
    case .invalidValue(let option, let value, let expected):
      "option '--\(option)' is '\(value)', but must be \(expected)"
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { " (did you mean '\($0)'?)" } ?? ""
  }
}
