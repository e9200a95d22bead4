import Foundation
import Glibc

/// The two streams of the program: results on standard output, everything else on standard error.
enum Console {
  /// Whether standard output is a terminal that shows colour.
  static let showsColour = isTerminal(1) && wantsColour

  /// Whether standard error is a terminal, so that a progress bar makes sense.
  static let showsProgress = isTerminal(2)

  /// The width of the terminal in columns: `COLUMNS`, else 100.
  static let width =
    ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.map { max(40, $0) } ?? 100

  /// Writes a result.
  static func print(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: .standardOutput)
  }

  /// Writes a message that is not a result.
  static func note(_ text: String, terminator: String = "\n") {
    write(text + terminator, to: .standardError)
  }

  /// Writes one line about a failure.
  static func error(_ message: String) { note("error: \(message)") }

  private static var wantsColour: Bool {
    // https://no-color.org
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  private static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  private static func write(_ text: String, to handle: FileHandle) {
    // A reader that has gone away, as in `hoso … | head`, is no failure of ours.
    try? handle.write(contentsOf: Data(text.utf8))
  }
}
