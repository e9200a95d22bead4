/// A command of the program: its operands, its options and what help says about it.
package struct CommandSpecification: Sendable {
  /// How many operands a command takes.
  package enum Operands: Sendable {
    /// None.
    case none
    /// One or more; help calls each by this word, as in the next two.
    case atLeastOne(String)
    /// Any number, or none.
    case any(String)
    /// One.
    case exactlyOne(String)

    /// How help shows the operands.
    var usage: String {
      switch self {
      case .none: ""
      case .atLeastOne(let name): " \(name)…"
      case .any(let name): " [\(name)…]"
      case .exactlyOne(let name): " \(name)"
      }
    }
  }

  /// The word that calls it.
  package var name: String
  /// One line for the list of commands.
  package var summary: String
  /// What it is given beside options.
  package var operands: Operands
  /// Its own options, beside those that all commands share.
  package var options: [OptionSpecification]
  /// Paragraphs below the options in the command's help.
  package var discussion: String
  /// Whether the list of commands leaves it out.
  package var isHidden: Bool

  /// Describes a command.
  package init(
    _ name: String, summary: String, operands: Operands = .none,
    options: [OptionSpecification] = [], discussion: String = "", isHidden: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.operands = operands
    self.options = options
    self.discussion = discussion
    self.isHidden = isHidden
  }
}
