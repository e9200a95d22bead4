import Foundation
import Testing

/// What `hoso letter` prints of files good and bad.
@Suite(.serialized) struct LetterTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  /// A word processor's file that no tool here reads is refused, and its neighbours are read.
  @Test func aFileWithoutConverterStopsNoOther() async throws {
    let document = try hoso.write(Array("PK\u{3}\u{4}".utf8), to: "letter.docx")
    let text = try hoso.write(
      Array("Đề nghị các đơn vị rà soát danh sách và gửi báo cáo trước ngày 20.\n".utf8),
      to: "letter.txt")
    // No tool stands in an empty folder.
    let ending = try await hoso.run(
      ["letter", "--json", document, text], environment: ["PATH": hoso.path])
    #expect(ending.status == 4)
    #expect(ending.messages == "")
    let objects = try ending.objects()
    #expect(objects.count == 2)
    #expect(Hoso.Ending.codes(objects[0]) == ["file.no-converter"])
    let reason = try #require((objects[0]["reasons"] as? [[String: Any]])?.first)
    #expect((reason["vi"] as? String)?.contains("soffice") == true)
    #expect(objects[0]["verdict"] as? String == "rejected")
    #expect(objects[1]["verdict"] as? String != "rejected")
  }

  /// The decision on each page's text layer stands in the JSON.
  @Test func sayWhereTheWordsComeFrom() async throws {
    let form = Hoso.root.appending(path: "corpus/demo/602b-490-from-portal.pdf").path
    let ending = try await hoso.run(["letter", "--json", form])
    let object = try #require(try ending.objects().first)
    let page = try #require((object["pages"] as? [[String: Any]])?.first)
    #expect(page["source"] as? String == "text-layer")
    let layer = try #require(page["textLayer"] as? [String: Any])
    #expect(layer["decision"] as? String == "trusted")
    #expect(layer["reason"] as? String == "fluent")
    #expect((layer["vi"] as? String)?.isEmpty == false)
  }
}
