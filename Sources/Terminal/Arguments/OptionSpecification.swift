/// An option that a command understands: `--name`, with or without a value.
package struct OptionSpecification: Sendable {
  /// The long name without its dashes.
  package var name: String
  /// The one-letter form, if there is one.
  package var short: Character?
  /// What stands for the value in help; nil for a flag.
  package var valueName: String?
  /// One line of help.
  package var help: String
  /// The environment variable that gives the value when the command line does not.
  package var environment: String?

  /// Describes an option.
  package init(
    _ name: String, short: Character? = nil, value valueName: String? = nil,
    environment: String? = nil, help: String
  ) {
    self.name = name
    self.short = short
    self.valueName = valueName
    self.environment = environment
    self.help = help
  }
}
