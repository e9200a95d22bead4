import Documents
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
    .fileDuplicate,
  ])
  func notesAreNotes(code: ReasonCode) throws {
    let catalogue = try ReasonCatalogue(directory: Dictionaries.directory)
    #expect(catalogue.entries[code]?.severity == .note)
  }

  @Test func namesAMissingFile() {
    #expect(throws: RuleError.unreadable(path: "/nowhere/reasons.json")) {
      try ReasonCatalogue(directory: "/nowhere")
    }
  }
}
