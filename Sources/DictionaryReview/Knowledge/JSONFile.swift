import Foundation

/// A JSON file with its text, so that a defect can name its line.
struct JSONFile {
  let name: String
  let object: [String: Any]
  private let lines: [Substring]

  /// Reads `text`; throws when it is not a JSON object.
  init(name: String, text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let object = value as? [String: Any] else { throw CocoaError(.propertyListReadCorrupt) }
    self.name = name
    self.object = object
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// A defect at the first line that holds `word` as a string.
  func defect(at word: String, _ problem: String) -> Defect {
    let line = lines.firstIndex { $0.contains("\"\(word)\"") }
    return Defect(file: name, line: line.map { $0 + 1 }, problem: problem)
  }

  subscript(key: String) -> Any? { object[key] }

  /// The object at `key`, empty when there is none.
  func object(_ key: String) -> [String: Any] { object[key] as? [String: Any] ?? [:] }

  /// The objects in the list at `key`, empty when there is none.
  func objects(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }
}
