import Documents
import Foundation
import Testing
import Validation

@Suite struct ReasonCatalogueTests {
  @Test func holdsEveryCodeAndNoOther() throws {
    let catalogue = try ReasonCatalogue(directory: Dictionaries.directory)
    #expect(Set(catalogue.entries.keys) == Set(ReasonCode.allCases))
  }

  @Test(arguments: ReasonCode.allCases)
  func speaksWithoutHoles(code: ReasonCode) throws {
    let catalogue = try ReasonCatalogue(directory: Dictionaries.directory)
    let reason = catalogue.reason(for: Finding(code, field: .fullName))
    for sentence in [reason.vi, reason.en] {
      #expect(sentence.hasSuffix("."))
      #expect(!sentence.contains { "{}[]–".contains($0) }, "\(sentence)")
    }
  }

  @Test func fillsInDetailsAndNamesOfFields() throws {
    let catalogue = try ReasonCatalogue(directory: Dictionaries.directory)
    let order = catalogue.reason(
      for: Finding(
        .dateOrder, field: .dateOfIssue,
        details: ["earlier": "dateOfBirth", "later": "dateOfIssue"]))
    #expect(
      order.en
        == "The dates are out of order: the date of birth must come before the date of issue.")
    #expect(order.vi == "Thứ tự ngày không hợp lý: ngày sinh phải trước ngày cấp.")
    let missing = catalogue.reason(for: Finding(.fieldMissing, field: .phone))
    #expect(missing.vi == "Thiếu số điện thoại.")
  }

  /// The notes of the contract: these inform and change no verdict.
  @Test(arguments: [
    ReasonCode.cardExpired, .cardSuperseded, .formSuperseded, .unitFormer, .pageBlank,
  ])
  func notesAreNotes(code: ReasonCode) throws {
    let catalogue = try ReasonCatalogue(directory: Dictionaries.directory)
    #expect(catalogue.entries[code]?.severity == .note)
  }

  /// A code that no line of the program gives is dead: it is named somewhere beside the catalogue, and
  /// not only to be compared with.
  @Test func everyCodeIsGiven() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources").standardizedFileURL
    var given: Set<String> = []
    let names = FileManager.default.enumerator(atPath: sources.path)
    while let name = names?.nextObject() as? String {
      guard name.hasSuffix(".swift"), !name.hasSuffix("/ReasonCode.swift") else { continue }
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      let uses = text.replacing(/[!=]=\s*\.\w+/, with: "").matches(of: /\.(\w+)/)
      given.formUnion(uses.map { String($0.output.1) })
    }
    #expect(ReasonCode.allCases.map { "\($0)" }.filter { !given.contains($0) } == [])
  }

  @Test func namesAMissingFile() {
    #expect(throws: RuleError.unreadable(path: "/nowhere/reasons.json")) {
      try ReasonCatalogue(directory: "/nowhere")
    }
  }
}
