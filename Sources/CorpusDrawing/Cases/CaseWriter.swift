package import Foundation
import Documents

/// Writes cases as folders: the files and `label.json`.
package enum CaseWriter {
  /// Writes `labelled` into `folder`/set/`name`, with the rows of its `transcript` where it has one.
  package static func write(
    _ labelled: LabelledCase, name: String, transcript: [[String]]? = nil, into folder: URL
  ) throws {
    let place = folder.appendingPathComponent(labelled.set).appendingPathComponent(name)
    try? FileManager.default.removeItem(at: place)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for file in labelled.files {
      try Data(file.bytes).write(to: place.appendingPathComponent(file.name))
    }
    try Data((try label(of: labelled)).utf8)
      .write(to: place.appendingPathComponent("label.json"))
    if let transcript {
      let rows = transcript.map { $0.joined(separator: "\t") + "\n" }
      try Data(rows.joined().utf8)
        .write(to: place.appendingPathComponent("transcript.txt"))
    }
  }

  /// The text of `label.json`.
  package static func label(of labelled: LabelledCase) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let label = Label(
      tier: labelled.tier, set: labelled.set, files: labelled.files.map(\.name),
      turned: labelled.turned == 0 ? nil : labelled.turned,
      documents: labelled.documents.map {
        Label.Entry(
          kind: $0.kind, side: $0.side, page: $0.page,
          fields: Dictionary(
            $0.fields.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }),
          handwritten: $0.handwritten.isEmpty ? nil : $0.handwritten)
      }, captures: labelled.captures, nearMiss: labelled.nearMiss, body: labelled.body)
    return String(decoding: try encoder.encode(label), as: UTF8.self) + "\n"
  }

  private struct Label: Encodable {
    struct Entry: Encodable {
      let kind: DocumentKind
      let side: CardSide?
      let page: Int
      let fields: [String: FieldValue?]
      let handwritten: [FieldKey]?
    }
    let tier: Tier
    let set: String
    let files: [String]
    let turned: Int?
    let documents: [Entry]
    let captures: [String]?
    let nearMiss: String?
    let body: [String]?
  }
}
