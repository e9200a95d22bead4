import CorpusDrawing
import Documents
import Testing

@testable import corpus_maker

@Suite("Forms with an annex, and forms filled in by hand")
struct FormSetTests {
  private func labelled(_ name: String, seed: UInt64) throws -> LabelledCase {
    let set = try #require(FormSets.all.first { $0.name == name })
    var random = SplitMix64(seed: seed)
    let request = CaseRequest(
      tier: .bad, people: try Workplace.people.get(), dictionaries: Workplace.dictionaries,
      fonts: [])
    return try set.make(request, &random)
  }

  @Test("An annex names the household, its head first")
  func annex() throws {
    let document = try #require(try labelled("form-annex", seed: 5).documents.first)
    guard case .rows(let rows)? = document.fields[FieldKey(rawValue: "householdMembers")] else {
      Issue.record("no rows")
      return
    }
    #expect(rows.first?["relationship"] == "Chủ hộ")
    #expect(rows.first?["fullName"] == document.fields[.fullName]??.text)
  }

  @Test("A handwritten field is filled in")
  func handwritten() throws {
    let document = try #require(try labelled("form-handwritten", seed: 6).documents.first)
    #expect(!document.handwritten.isEmpty)
    for key in document.handwritten { #expect(document.fields[key] != nil) }
  }
}
