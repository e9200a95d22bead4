/// A command line that cannot be understood, with the way out.
package struct UsageError: Error, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  package enum Problem: Hashable, Sendable {
    /// A command that is none, and the one that may be meant.
    case unknownCommand(String, nearest: String?)
    /// An option that the command has not, and the one that may be meant.
    case unknownOption(String, command: String, nearest: String?)
    /// An option before the word that names the command.
    case optionBeforeCommand(String)
    /// An option without the value that it needs.
    case missingValue(String, command: String)
    /// A flag with a value.
    case unexpectedValue(String, command: String)
    /// The operand of this name is missing.
    case missingOperand(String, command: String)
    /// An operand more than the command takes.
    case unexpectedOperand(String, command: String)
    /// The first operand of a command names none of its actions.
    case unknownAction(String, command: String, known: [String])
    /// An option's value that does not mean anything: what it must be.
    case invalidValue(option: String, value: String, expected: String)
    /// An operand that does not mean anything: what it must be. It is not repeated.
    case invalidOperand(String, expected: String)
    /// Something that options say together and that cannot be, as a sentence without its full stop.
    case refused(String, command: String)
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
      "'\(command)' needs \(name); see 'hoso \(Self.words(of: command)) --help'"
    case .unexpectedOperand(let operand, let command):
      "'\(command)' does not take '\(operand)'; see 'hoso \(Self.words(of: command)) --help'"
    case .unknownAction(let action, let command, let known):
      "'\(command)' has no action '\(action)', only \(known.joined(separator: ", ")); "
        + "see 'hoso \(command) --help'"
    case .invalidValue(let option, let value, let expected):
      "option '--\(option)' is '\(value)', but must be \(expected)"
    case .invalidOperand(let name, let expected): "\(name) must be \(expected)"
    case .refused(let sentence, let command):
      "\(sentence); see 'hoso \(Self.words(of: command)) --help'"
    }
  }

  /// The words of a command line without its options, which help is asked for.
  private static func words(of command: String) -> String {
    command.split(separator: " ").prefix { !$0.hasPrefix("-") }.joined(separator: " ")
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { " (did you mean '\($0)'?)" } ?? ""
  }
}
