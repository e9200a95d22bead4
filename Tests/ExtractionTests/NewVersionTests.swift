import Documents
import Foundation
import Gazetteer
import Testing

@testable import Extraction

/// A version of a form that the program never heard of needs a layout file and nothing else.
@Suite struct NewVersionTests {
  /// A filled form of the made-up version: its print, and what must be read from it.
  private struct LabelledForm: Decodable {
    struct Line: Decodable {
      var text: String
      var x: Int
      var y: Int
    }

    var lines: [Line]
    var fields: [String: String?]
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/made-up-version")

  /// The layouts of the dictionaries, and the made-up one beside them.
  private func extractor() throws -> Extractor {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    let layouts = root.appending(path: "layouts")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: URL(filePath: Dictionaries.directory).appending(path: "layouts"), to: layouts)
    try FileManager.default.copyItem(
      at: Self.folder.appending(path: "form-602b-777.json"),
      to: layouts.appending(path: "form-602b-777.json"))
    return Extractor(
      catalogue: try LayoutCatalogue(dictionaries: root.path),
      repair: try .lists(try Gazetteer(directory: Dictionaries.directory)))
  }

  @Test func isReadByItsLayoutAlone() throws {
    let extractor = try extractor()
    let cases = try JSONDecoder().decode(
      [LabelledForm].self, from: Data(contentsOf: Self.folder.appending(path: "cases.json")))
    #expect(!cases.isEmpty)
    for form in cases {
      var sheet = PrintedRegion.sheet()
      for line in form.lines { sheet.line(line.text, x: line.x, y: line.y) }
      let document = extractor.extract(sheet.reading, page: 1)
      #expect(document.layout == "form-602b-777")
      #expect(document.findings.isEmpty)
      for (key, value) in form.fields {
        #expect(document.fields[FieldKey(rawValue: key)]?.value?.text == value, "\(key)")
      }
    }
  }
}
