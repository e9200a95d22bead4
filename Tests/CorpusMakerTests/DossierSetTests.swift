import CorpusDrawing
import Documents
import Testing

@testable import corpus_maker

@Suite("Dossiers of children")
struct DossierSetTests {
  @Test("The papers of a dossier tell of one family")
  func oneFamily() throws {
    let set = try #require(DossierSets.all.first { $0.name == "child-dossier" })
    let request = CaseRequest(
      tier: .clean, people: try Workplace.people.get(), dictionaries: Workplace.dictionaries,
      fonts: [])
    for seed in UInt64(0)..<3 {
      var random = SplitMix64(seed: seed)
      let drawn = try set.make(request, &random)
      #expect(drawn.documents.map(\.kind) == [.form01, .birthCertificate, .portrait])
      #expect(drawn.documents.map(\.page) == [1, 2, 3])
      let (form, certificate) = (drawn.documents[0].fields, drawn.documents[1].fields)
      let key = { (name: String) in FieldKey(rawValue: name) }
      #expect(form[key("childName")] == certificate[key("childName")])
      let relation = form[key("guardianRelation")]??.text
      let parent = certificate[key(relation == "Mẹ" ? "motherName" : "fatherName")]??.text
      #expect(form[.fullName]??.text == parent?.uppercased())
    }
  }

  @Test(
    "Dates are spelled as they are spoken",
    arguments: [
      ("2015-03-02", "Ngày hai tháng ba năm hai nghìn không trăm mười lăm"),
      ("2004-10-21", "Ngày hai mươi mốt tháng mười năm hai nghìn không trăm linh bốn"),
      ("2020-12-15", "Ngày mười lăm tháng mười hai năm hai nghìn không trăm hai mươi"),
    ])
  func spelled(date: String, words: String) throws {
    #expect(SpelledDate.text(try #require(CalendarDate(iso: date))) == words)
  }
}
