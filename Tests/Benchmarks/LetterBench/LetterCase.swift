import Documents
import Foundation

/// A drawn letter: its file, and what it says.
struct LetterCase: Sendable {
  private struct Label: Decodable {
    struct Entry: Decodable {
      var fields: [String: FieldValue?]
      var handwritten: [String]?
    }
    var tier: String
    var files: [String]
    var documents: [Entry]
    var body: [String]?
  }

  var name: String
  var tier: String
  var file: URL
  var fields: [String: FieldValue?]
  /// The fields that a hand filled in, of which some are legible to nobody.
  var handwritten: Set<String>
  var body: [String]

  /// Where its recorded reading stands.
  var recording: URL { file.deletingLastPathComponent().appending(path: "reading.json") }

  /// The cases of letters in the folder `corpus`.
  static func all(in corpus: URL) throws -> [LetterCase] {
    let found = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
    let labels = (found?.allObjects ?? []).compactMap { $0 as? URL }
      .filter { $0.lastPathComponent == "label.json" }.sorted { $0.path < $1.path }
    return try labels.compactMap { url in
      let label = try JSONDecoder().decode(Label.self, from: Data(contentsOf: url))
      guard let body = label.body, let file = label.files.first, let entry = label.documents.first
      else { return nil }
      let folder = url.deletingLastPathComponent()
      return LetterCase(
        name: folder.lastPathComponent, tier: label.tier, file: folder.appending(path: file),
        fields: entry.fields, handwritten: Set(entry.handwritten ?? []), body: body)
    }
  }
}
