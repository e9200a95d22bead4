import Foundation
import Terminal

/// How messages are written on standard error.
enum MessageFormat: String, Sendable {
  /// Lines for people.
  case text
  /// Each message as a JSON object on a line of its own.
  case json

  /// What the words of a command line and the environment ask for, before they are understood.
  static func asked(
    by arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> MessageFormat {
    let words = zip(arguments, arguments.dropFirst())
    let pair = words.first { $0.0 == "--log-format" }?.1
    let joined = arguments.first { $0.hasPrefix("--log-format=") }?.split(separator: "=").last
    let value = pair ?? joined.map(String.init) ?? environment["HOSO_LOG_FORMAT"]
    return value.flatMap(MessageFormat.init) ?? .text
  }
}

/// How grave a message is.
enum MessageLevel: String, Codable {
  case note, error
}
