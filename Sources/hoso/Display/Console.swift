import Foundation
import Glibc
import Terminal

/// The two streams of the program: results on standard output, everything else on standard error.
enum Console {
  /// Whether standard output is a terminal that shows colour.
  static let showsColour = isTerminal(1) && wantsColour

  /// Whether standard error is a terminal, so that a progress bar makes sense.
  static let showsProgress = isTerminal(2)

  /// The width of the terminal in columns: `COLUMNS`, else 100.
  static let width =
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.map { max(40, $0) } ?? 100

  /// How messages are written in this task.
  @TaskLocal static var messageFormat = MessageFormat.text

  /// Writes a result; throws when it cannot be written, as on a full disk.
  static func print(_ text: String, terminator: String = "\n") throws(OutputError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + terminator).utf8))
    } catch {
      throw .cannotPrint
    }
  }

  /// Writes a result that is UTF-8 already.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw .cannotPrint
    }
  }

  /// Writes a message that is not a result.
  static func note(_ text: String) { message(text, level: .note) }

  /// Writes one line about a failure.
  static func error(_ text: String) { message(text, level: .error) }

  /// Draws over the present line of the terminal.
  static func redraw(_ text: String) { writeError("\r\u{1B}[K\(text)") }

  private static func message(_ text: String, level: MessageLevel) {
    switch messageFormat {
    case .text: writeError((level == .error ? "error: " : "") + text.printable + "\n")
    case .json:
      let message = Message(level: level, message: text)
      if let line = try? JSONEncoder.stable.text(of: message) { writeError(line + "\n") }
    }
  }

  private struct Message: Encodable {
    let level: MessageLevel
    let message: String
  }

  private static var wantsColour: Bool {
    // https://no-color.org
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  private static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func writeError(_ text: String) {
    // Where even this fails, there is no place left to say so.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
