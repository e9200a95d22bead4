import Foundation
import TestSupport

/// The operands and options of one command.
struct BenchOptions {
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  private static let flags: Set<String> = ["--within"]

  init(_ arguments: ArraySlice<String>) throws {
    var rest = arguments
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        operands.append(argument)
        continue
      }
      if Self.flags.contains(argument) {
        values[argument, default: []].append("")
        continue
      }
      guard let value = rest.popFirst() else {
        throw Benchmark.UsageError("\(argument) needs a value")
      }
      values[argument, default: []].append(value)
    }
  }

  func has(_ flag: String) -> Bool { values[flag] != nil }

  func values(_ option: String) -> [String] { values[option] ?? [] }

  func value(_ option: String) -> String? { values[option]?.last }

  /// The operands, of which there must be `count`.
  func operands(_ count: Int) throws -> [String] {
    guard operands.count == count else {
      throw Benchmark.UsageError("expected \(count) files; see repair-bench --help")
    }
    return operands
  }
}

/// The text of the file at `path`; bytes that are no UTF-8 become U+FFFD.
func text(at path: String) throws -> String {
  String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
}

/// The lines of `text`, empty ones too.
func lines(of text: String) -> [String] {
  var text = text
  if text.hasSuffix("\n") { text.removeLast() }
  return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
}
