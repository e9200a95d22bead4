import Foundation
import Glibc

/// How a benchmark is called and ends: what is wrong is one line on standard error and a status.
package enum Benchmark {
  /// A command line that cannot be understood.
  package struct UsageError: Error, CustomStringConvertible {
    /// What is wrong with it, or what it must be.
    package let description: String

    /// Creates the error.
    package init(_ description: String) { self.description = description }
  }

  /// Runs the benchmark `name` by `body`, which gets the words behind the program's name.
  ///
  /// A `UsageError` ends the program with status 2, every other error with 5.
  package static func run(_ name: String, _ body: (ArraySlice<String>) throws -> Void) {
    do {
      try body(CommandLine.arguments.dropFirst())
    } catch {
      FileHandle.standardError.write(Data("\(name): \(error)\n".utf8))
      exit(error is UsageError ? 2 : 5)
    }
  }
}
