import Foundation

/// The Vietnamese sentences in JSON files, as a text to measure on where none is given.
enum Sentences {
  /// A string with fewer words is a label or a heading.
  private static let fewestWords = 8

  static func write(_ options: BenchOptions) throws {
    var known: Set<String> = []
    for path in options.operands {
      let value = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
      for text in strings(in: value) where isSentence(text) && known.insert(text).inserted {
        print(text)
      }
    }
  }

  private static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: text.split(whereSeparator: \.isNewline).map(String.init)
    case let list as [Any]: list.flatMap(strings)
    case let object as [String: Any]:
      object.sorted { $0.key < $1.key }.flatMap { strings(in: $0.value) }
    default: []
    }
  }

  private static func isSentence(_ text: String) -> Bool {
    text.split(separator: " ").count >= fewestWords && !text.contains { "{}_".contains($0) }
      && text.unicodeScalars.contains { (0x1EA0...0x1EF9).contains($0.value) }
  }
}
