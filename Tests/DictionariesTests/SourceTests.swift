import Foundation
import Testing

@Suite struct SourceTests {
  private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "dictionaries")

  /// Tables begin with `# `, objects of JSON have a member `source`.
  @Test func everyFileNamesItsSource() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.directory.path))
      .compactMap { $0 as? String }.sorted()
    var count = 0
    for name in files {
      let url = Self.directory.appending(path: name)
      if name.hasSuffix(".tsv") {
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(text.hasPrefix("# "), "\(name)")
        #expect(text.contains("Source"), "\(name)")
        count += 1
      } else if name.hasSuffix(".json") {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
        let object = try #require(json as? [String: Any], "\(name)")
        #expect(object["source"] is String || object["sources"] is [String], "\(name)")
        count += 1
      }
    }
    #expect(count >= 20)
  }
}
