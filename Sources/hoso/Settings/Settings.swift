import Foundation
import Terminal

/// What the user asked for: command line first, then the environment, then the configuration
/// file, then the default.
struct Settings {
  static let commonOptions = [
    OptionSpecification(
      "data", value: "DIR", environment: "HOSO_DATA",
      help: "Where state is kept; default $XDG_DATA_HOME/hoso."),
    OptionSpecification(
      "store", value: "URI", environment: "HOSO_STORE",
      help: "The registry in PostgreSQL, as postgres://…; default a file in the data directory."),
    OptionSpecification(
      "tessdata", value: "DIR", environment: "HOSO_TESSDATA",
      help: "Where the OCR models are; default Debian's."),
    OptionSpecification(
      "dictionaries", value: "DIR", environment: "HOSO_DICTIONARIES",
      help: "Where the dictionaries are."),
    OptionSpecification(
      "jobs", short: "j", value: "N", environment: "HOSO_JOBS",
      help: "Workers at once; default one a core."),
    OptionSpecification(
      "unconfined", environment: "HOSO_UNCONFINED",
      help: "Read documents even where this kernel cannot confine the workers."),
    OptionSpecification(
      "config", value: "FILE", environment: "HOSO_CONFIG",
      help: "Configuration; default hoso.conf in the data directory."),
    OptionSpecification(
      "log-format", value: "text|json", environment: "HOSO_LOG_FORMAT",
      help: "How messages on standard error are written; default text."),
    OptionSpecification("quiet", short: "q", environment: "HOSO_QUIET", help: "No progress."),
  ]

  let operands: [String]
  private let arguments: ParsedArguments
  private let options: [OptionSpecification]
  private let environment: [String: String]
  private let file: ConfigurationFile?

  /// Gathers the settings of one run.
  init(
    _ arguments: ParsedArguments, of program: ProgramSpecification,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let command = program.commands.first { $0.name == arguments.command }
    self.arguments = arguments
    self.environment = environment
    options = (command?.options ?? []) + program.commonOptions
    operands = arguments.operands
    let known = Set((program.commands.flatMap(\.options) + program.commonOptions).map(\.name))
    file = try Self.configuration(arguments, environment: environment, known: known)
  }

  /// The last value given for `option`; nil when nothing sets it.
  func value(_ option: String) -> String? {
    precondition(options.contains { $0.name == option }, "no option '\(option)'")
    if let value = arguments.values[option]?.last { return value }
    if let name = options.first(where: { $0.name == option })?.environment,
      let value = environment[name], !value.isEmpty
    {
      return value
    }
    return file?.values[option]
  }

  /// Every value given for `option` on the command line, in order.
  func values(_ option: String) -> [String] {
    precondition(options.contains { $0.name == option }, "no option '\(option)'")
    return arguments.values[option] ?? []
  }

  /// Whether the flag `option` is set.
  func flag(_ option: String) throws(UsageError) -> Bool {
    switch value(option) {
    case nil, "false", "no", "0": return false
    case "true", "yes", "1": return true
    case let value?:
      throw UsageError(
        .invalidValue(option: option, value: value, expected: "'true' or 'false'"))
    }
  }

  /// The whole number given for `option`, which must be within `range`.
  func number(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        .invalidValue(
          option: option, value: text,
          expected: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return number
  }

  /// How many workers run at once.
  func jobs() throws(UsageError) -> Int {
    try number("jobs", in: 1...256) ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
  }

  /// How messages are written.
  func messageFormat() throws(UsageError) -> MessageFormat {
    guard let value = value("log-format") else { return .text }
    guard let format = MessageFormat(rawValue: value) else {
      throw UsageError(
        .invalidValue(option: "log-format", value: value, expected: "'text' or 'json'"))
    }
    return format
  }

  /// Where state is kept.
  var dataFolder: URL { Self.dataFolder(value("data"), environment: environment) }

  /// The folder of the OCR models; nil for the engine's own.
  var tessdata: String? { value("tessdata") }

  /// The dictionaries: the named folder, else the first that is there of `../share/hoso/dictionaries`
  /// and `dictionaries` beside the program, and `dictionaries` in the working folder.
  func dictionaries() throws(ConfigurationError) -> String {
    if let given = value("dictionaries") {
      guard Self.holdsDictionaries(given) else { throw .noDictionaries(tried: [given]) }
      return given
    }
    var places: [String] = []
    if let executable = Self.executable {
      let folder = executable.deletingLastPathComponent()
      places.append(
        folder.appending(path: "../share/hoso/dictionaries").standardizedFileURL.path)
      places.append(folder.appending(path: "dictionaries").path)
    }
    places.append("dictionaries")
    guard let place = places.first(where: Self.holdsDictionaries) else {
      throw .noDictionaries(tried: places)
    }
    return place
  }

  /// The running program's file.
  static var executable: URL? {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return path.map { URL(filePath: $0) }
  }

  private static func holdsDictionaries(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/reasons.json")
  }

  private static func dataFolder(_ given: String?, environment: [String: String]) -> URL {
    if let given { return URL(filePath: given) }
    if let home = environment["XDG_DATA_HOME"], !home.isEmpty {
      return URL(filePath: home).appending(path: "hoso")
    }
    return URL.homeDirectory.appending(path: ".local/share/hoso")
  }

  private static func configuration(
    _ arguments: ParsedArguments, environment: [String: String], known: Set<String>
  ) throws(ConfigurationError) -> ConfigurationFile? {
    let given = arguments.values["config"]?.last ?? environment["HOSO_CONFIG"]
    let data = arguments.values["data"]?.last ?? environment["HOSO_DATA"]
    let path =
      given ?? dataFolder(data, environment: environment).appending(path: "hoso.conf").path
    guard FileManager.default.fileExists(atPath: path) || given != nil else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path)
    }
    return try ConfigurationFile(
      parsing: String(decoding: data, as: UTF8.self), path: path, known: known)
  }
}
