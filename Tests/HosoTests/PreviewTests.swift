import Foundation
import Glibc
import Testing

/// What `hoso preview` prints of files good and bad.
@Suite(.serialized) struct PreviewTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  @Test(arguments: SampleFile.allCases.filter { $0.refusal != nil })
  func aRefusedFileIsAnObjectWithItsReason(file: SampleFile) async throws {
    let code = try #require(file.refusal)
    let path = try hoso.write(file.bytes(), to: file.rawValue)
    let ending = try await hoso.run(["preview", "--json", path])
    #expect(ending.status == 4)
    #expect(ending.messages == "")
    let object = try #require(try ending.objects().first)
    #expect(ending.output.split(separator: "\n").count == 1)
    #expect((object["documents"] as? [Any])?.isEmpty == true)
    #expect(Hoso.Ending.codes(object) == [code])
    let source = try #require(object["source"] as? [String: Any])
    #expect(source["name"] as? String == file.rawValue)
    #expect((source["sha256"] as? String)?.count == 64)
    #expect((object["dossier"] as? [String: Any])?["verdict"] as? String == "rejected")
  }

  /// What is there but may not be read, and what is not there, stop no other file.
  @Test func aFileThatCannotBeOpenedIsRefused() async throws {
    let blank = try hoso.write(SampleFile.blank.bytes(), to: "b.tif")
    let ending = try await hoso.run(["preview", hoso.path + "/absent.jpg", hoso.path, blank])
    #expect(ending.status == 4)
    #expect(ending.messages == "")
    #expect(ending.output.components(separatedBy: "file.unreadable").count == 3)
    #expect(ending.output.contains("page.blank"))
    #expect(!ending.output.contains("\u{1B}["))
  }

  /// The keys of `hoso.preview/1`, no more and no fewer, for files in the order given.
  @Test func printsTheShapeOfItsSchema() async throws {
    let form = try hoso.write(SampleFile.form.bytes(), to: "<i>&\"'.pdf")
    let blank = try hoso.write(SampleFile.blank.bytes(), to: "b.tif")
    let page = hoso.path + "/page.html"
    let ending = try await hoso.run([
      "preview", "--json", blank, form, "--html", page, "--timing", "--log-format", "json",
    ])
    #expect(ending.status == 4)
    let objects = try ending.objects()
    #expect(
      objects.map { ($0["source"] as? [String: Any])?["name"] as? String }
        == ["b.tif", "<i>&\"'.pdf"])
    for object in objects {
      expectKeys(object, ["schema", "source", "documents", "dossier", "timing"], ["reasons"])
      #expect(object["schema"] as? String == "hoso.preview/1")
      expectKeys(object["source"], ["name", "sha256", "pages"])
      expectKeys(object["timing"], ["decodeMs", "prepareMs", "readMs", "repairMs", "totalMs"])
      expectKeys(object["dossier"], ["verdict", "reasons", "fields"])
      expectReasons(object["reasons"])
      expectReasons((object["dossier"] as? [String: Any])?["reasons"])
      expectFields((object["dossier"] as? [String: Any])?["fields"])
    }
    let documents = try #require(objects.last?["documents"] as? [[String: Any]])
    #expect(documents.count == 1)
    for document in documents {
      expectKeys(
        document, ["kind", "page", "kindConfidence", "verdict", "reasons", "fields", "image"],
        ["side"])
      #expect(document["kind"] as? String == "form-01")
      #expect(document["page"] as? Int == 1)
      expectKeys(document["image"], ["width", "height", "dpi"])
      expectReasons(document["reasons"])
      expectFields(document["fields"])
      #expect((document["fields"] as? [String: Any])?.isEmpty == false)
    }
    // One timing for each file.
    let messages = ending.messages.split(separator: "\n")
    #expect(messages.count == 2)
    for message in messages {
      let object = try JSONSerialization.jsonObject(with: Data(message.utf8)) as? [String: Any]
      #expect(object?["level"] as? String == "note")
    }
    try expectSelfContained(page)
  }

  /// A combining mark joins the sign before it in one character, yet not for a browser.
  @Test func aMarkBehindASignLeavesItNoMarkup() async throws {
    let absent = hoso.path + "/<\u{301}b>&\u{323}.jpg"
    let page = hoso.path + "/page.html"
    _ = try await hoso.run(["preview", absent, "--html", page])
    let html = String(decoding: try Data(contentsOf: URL(filePath: page)), as: UTF8.self)
    let heading = try #require(html.firstRange(of: "<h1>")).upperBound
    #expect(
      html[heading...].unicodeScalars.starts(
        with: "&lt;\u{301}b&gt;&amp;\u{323}.jpg".unicodeScalars))
  }

  private func expectSelfContained(_ path: String) throws {
    let html = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    for outside in ["http:", "https:", "src=", "href=", "@import", "<script"] {
      #expect(!html.contains(outside), "\(outside)")
    }
    let links = html.components(separatedBy: "url(").dropFirst()
    #expect(!links.isEmpty)
    #expect(links.allSatisfy { $0.hasPrefix("data:image/jpeg;base64,") })
    #expect(html.contains("&lt;i&gt;&amp;&quot;&#39;.pdf"))
    #expect(!html.contains("<i>&\"'.pdf"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("class=\"box\""))
    #expect(html.contains("class=\"crop"))
  }

  private func expectKeys(
    _ value: Any?, _ required: Set<String>, _ optional: Set<String> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let keys = Set((value as? [String: Any] ?? [:]).keys)
    #expect(required.subtracting(keys) == [], sourceLocation: sourceLocation)
    #expect(keys.subtracting(required.union(optional)) == [], sourceLocation: sourceLocation)
  }

  private func expectReasons(_ value: Any?) {
    for reason in value as? [Any] ?? [] { expectKeys(reason, ["code", "vi", "en"], ["field"]) }
  }

  private func expectFields(_ value: Any?) {
    for case let field as [String: Any] in (value as? [String: Any] ?? [:]).values {
      expectKeys(
        field, ["value", "confidence", "sources", "repairs", "candidates"], ["raw", "page", "box"])
      if let box = field["box"] { #expect((box as? [Int])?.count == 4) }
      for repair in field["repairs"] as? [Any] ?? [] {
        expectKeys(repair, ["from", "to", "why", "probability"])
      }
      for candidate in field["candidates"] as? [Any] ?? [] {
        expectKeys(candidate, ["value", "confidence", "source"])
      }
    }
  }

  /// Results that cannot be written are a failure of the work, never a silent success.
  @Test func aFullDiskIsReported() async throws {
    let form = try hoso.write(SampleFile.form.bytes(), to: "form.pdf")
    let full = try await hoso.run(
      ["preview", "--json", form],
      through: ["/bin/sh", "-c", "exec \"$0\" \"$@\" > /dev/full"])
    #expect(full.status == 5)
    #expect(full.messages.contains("standard output"), "\(full.messages)")

    let page = try hoso.write(Array("an earlier page".utf8), to: "page.html")
    // No file may grow beyond 50 blocks of 512 bytes; a page with its picture needs more.
    let cut = try await hoso.run(
      ["preview", "--json", form, "--html", page],
      through: ["/bin/sh", "-c", "ulimit -f 50; exec \"$0\" \"$@\""])
    #expect(cut.status == 5)
    #expect(cut.messages.contains(page), "\(cut.messages)")
    #expect(try String(contentsOfFile: page, encoding: .utf8) == "an earlier page")
  }

  @Test func aMissingModelSaysWhatToInstall() async throws {
    let blank = try hoso.write(SampleFile.blank.bytes(), to: "b.tif")
    let ending = try await hoso.run(["preview", "--json", blank, "--tessdata", hoso.path])
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.hasPrefix("error: "))
    #expect(ending.messages.contains("vie.traineddata in \(hoso.path)"), "\(ending.messages)")
    #expect(ending.messages.contains("tesseract-ocr-vie"))
  }

  @Test func missingDictionariesSayWhereToLook() async throws {
    let ending = try await hoso.run(["preview", "a.jpg", "--dictionaries", hoso.path])
    #expect(ending.status == 5)
    #expect(ending.messages.contains("--dictionaries"), "\(ending.messages)")
  }

  @Test func aCorpusWithoutLabelsIsNamed() async throws {
    try hoso.write(SampleFile.blank.bytes(), to: "corpus/case/scan.tif")
    let ending = try await hoso.run(["evaluate", hoso.path + "/corpus"])
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.contains("label.json"), "\(ending.messages)")
  }
}
