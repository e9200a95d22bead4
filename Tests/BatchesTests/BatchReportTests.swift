import Batches
import Documents
import Foundation
import RecordStore
import TestSupport
import Testing
import Workers

@Suite struct BatchReportTests {
  private let fixture: IntakeFixture

  init() throws { fixture = try IntakeFixture() }

  private func text(_ name: String) throws -> String {
    let path = fixture.folder.path + "/reports/" + name
    return String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test func everyFileStandsInEveryReport() async throws {
    try fixture.folder.write("accepted 0100000001", to: "in/a.jpg")
    try fixture.folder.write("accepted 0100000001", to: "in/copy.jpg")
    try fixture.folder.write("review", to: "in/<b>&.jpg")
    try fixture.folder.write("rejected", to: "in/c.jpg")
    let report = try await fixture.batches().run([fixture.input], name: "=evening <1>")
    let paths = try await BatchReports(store: fixture.store).write(
      report.batch, to: fixture.folder.path + "/reports")
    #expect(
      paths.map { URL(filePath: $0).lastPathComponent } == [
        "report.html", "report.xlsx", "report.csv",
      ])
    let lines = try text("report.csv")
    for name in ["a.jpg", "copy.jpg", "<b>&.jpg", "c.jpg", "0100000001", "Trùng với"] {
      #expect(lines.contains(name), "\(name)")
    }
    #expect(lines.unicodeScalars.count { $0 == "\r" } == 5)
    let page = try text("report.html")
    #expect(page.contains("=evening &lt;1&gt;"))
    #expect(page.contains("&lt;b&gt;&amp;.jpg"))
    #expect(!page.contains("<b>&.jpg"))
    // Of three files that are no copies, one needed no person.
    #expect(page.contains("33.3 %"), "\(page)")
    #expect(page.contains("field.uncertain"))
    for path in paths {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }
    await fixture.pool.stop()
  }
}
