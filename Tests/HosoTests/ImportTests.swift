import Delivery
import Documents
import Foundation
import Glibc
import RecordStore
import TestSupport
import Testing

/// `hoso import` over real files, with obstacles, and after them.
@Suite(.serialized) struct ImportTests {
  private let hoso: Hoso

  init() throws { hoso = try Hoso() }

  private var input: String { hoso.path + "/in" }

  /// Every file that the store knows, by its name.
  private func states(_ data: String) async throws -> [String: SourceState] {
    let store = try RecordStore(readingFrom: data)
    var states: [String: SourceState] = [:]
    for batch in try await store.batches() {
      for source in try await store.sources(inBatch: batch.id) {
        let name = URL(filePath: source.path).lastPathComponent
        #expect(states.updateValue(source.state, forKey: name) == nil, "\(name) twice")
      }
    }
    return states
  }

  @Test func everyBadFileEndsRejectedWithItsReason() async throws {
    let bad = SampleFile.allCases.filter { $0.refusal != nil }
    for file in bad { try hoso.write(file.bytes(), to: "in/" + file.rawValue) }
    let first = try await hoso.run(["import", input, "--data", hoso.data])
    #expect(first.status == 4)
    #expect(first.messages == "")
    #expect(!first.output.contains("\u{1B}["))
    for file in bad { #expect(first.output.contains(file.rawValue)) }
    let expected = Dictionary(uniqueKeysWithValues: bad.map { ($0.rawValue, SourceState.rejected) })
    #expect(try await states(hoso.data) == expected)
    let store = try RecordStore(readingFrom: hoso.data)
    for source in try await store.sources(inBatch: try #require(try await store.batches().first).id)
    {
      let file = SampleFile(rawValue: URL(filePath: source.path).lastPathComponent)
      #expect(source.reasons.map(\.code.rawValue) == [file?.refusal])
    }
    let again = try await hoso.run(["import", input, "--data", hoso.data])
    #expect(again.status == 4)
    #expect(try await states(hoso.data) == expected)
    for file in bad {
      #expect(
        try Array(Data(contentsOf: URL(filePath: input + "/" + file.rawValue))) == file.bytes())
    }
    let list = try await hoso.run(["import", "--list", "--data", hoso.data])
    #expect(list.status == 0)
    #expect(list.output.contains("\(bad.count) rejected"), "\(list.output)")
  }

  @Test func aPathThatIsNotThereIsNamed() async throws {
    let ending = try await hoso.run(["import", input, "--data", hoso.data])
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.contains(input), "\(ending.messages)")
  }

  @Test func withTheModelBackTheImportFinishes() async throws {
    try hoso.write(SampleFile.blank.bytes(), to: "in/b.tif")
    let without = try await hoso.run([
      "import", input, "--data", hoso.data, "--tessdata", hoso.path,
    ])
    #expect(without.status == 5)
    #expect(without.output == "")
    #expect(without.messages.contains("tesseract-ocr-vie"), "\(without.messages)")
    #expect(try await hoso.run(["import", input, "--data", hoso.data]).status == 4)
    #expect(try await states(hoso.data) == ["b.tif": .rejected])
  }

  /// A file-size limit stands for the full disk.
  @Test(arguments: [1, 40, 140])
  func withRoomOnTheDiskTheImportFinishes(blocks: Int) async throws {
    try hoso.write(SampleFile.blank.bytes(), to: "in/b.tif")
    try hoso.write(SampleFile.text.bytes(), to: "in/t.pdf")
    let full = try await hoso.run(
      ["import", input, "--data", hoso.data],
      through: ["/bin/sh", "-c", "ulimit -f \(blocks); exec \"$0\" \"$@\""])
    #expect(full.status == 5)
    #expect(full.messages.hasPrefix("error: "))
    #expect(full.messages.contains("disk is full"), "\(full.messages)")
    #expect(try await hoso.run(["import", input, "--data", hoso.data]).status == 4)
    #expect(try await states(hoso.data) == ["b.tif": .rejected, "t.pdf": .rejected])
  }

  /// Root may read everything, so the program goes on as nobody.
  private static let asNobody =
    getuid() == 0
    ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

  private static func canRunAsNobody() async throws -> Bool {
    guard asNobody.first.map({ access($0, X_OK) == 0 }) ?? true else { return false }
    let hoso = try Hoso()
    chmod(hoso.path, 0o777)
    let words = [
      "/bin/sh", "-c", "\"$0\" --version && test -r \"$HOSO_DICTIONARIES/reasons.json\"",
    ]
    return try await hoso.run([], through: asNobody + words).status == 0
  }

  @Test(
    .enabled("the program and its dictionaries can be read by nobody", canRunAsNobody))
  func withPermissionTheImportFinishes() async throws {
    try hoso.write(SampleFile.blank.bytes(), to: "in/b.tif")
    try hoso.write(SampleFile.text.bytes(), to: "in/closed/t.pdf")
    let locked = try hoso.write(SampleFile.empty.bytes(), to: "in/locked.jpg")
    for folder in [hoso.path, input] { chmod(folder, 0o777) }
    chmod(input + "/b.tif", 0o644)
    chmod(input + "/closed", 0)
    chmod(locked, 0)
    let first = try await hoso.run(
      ["import", input, "--data", hoso.data], through: Self.asNobody)
    #expect(first.status == 5)
    #expect(first.messages.contains("closed: cannot be read (no permission)"), "\(first.messages)")
    #expect(first.messages.contains("give permission and run again"))
    #expect(try await states(hoso.data) == ["b.tif": .rejected, "locked.jpg": .rejected])
    let named = try await hoso.run(
      ["import", input + "/closed", "--data", hoso.data], through: Self.asNobody)
    #expect(named.status == 5)
    #expect(named.output == "")
    let unread = try await hoso.run(["preview", "--json", locked], through: Self.asNobody)
    #expect(unread.status == 4)
    #expect(unread.output.contains("file.unreadable"))

    chmod(input + "/closed", 0o755)
    chmod(input + "/closed/t.pdf", 0o644)
    chmod(locked, 0o644)
    let second = try await hoso.run(
      ["import", input, "--data", hoso.data], through: Self.asNobody)
    #expect(second.status == 4)
    #expect(second.messages == "")
    #expect(
      try await states(hoso.data)
        == ["b.tif": .rejected, "locked.jpg": .rejected, "t.pdf": .rejected])
  }

  @Test func aDataDirectoryThatCannotBeMadeIsNamed() async throws {
    let file = try hoso.write(SampleFile.blank.bytes(), to: "in/b.tif")
    let ending = try await hoso.run(["import", file, "--data", file + "/data"])
    #expect(ending.status == 5)
    #expect(ending.output == "")
    #expect(ending.messages.contains(file + "/data"), "\(ending.messages)")
  }
}
