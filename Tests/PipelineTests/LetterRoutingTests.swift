import CorpusDrawing
import Documents
import Foundation
import Pipeline
import Testing

/// Letters among the files that are read for cards and forms.
@Suite(.serialized) struct LetterRoutingTests {
  private let processor: SourceProcessor
  private let configuration: PipelineConfiguration

  init() throws {
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    configuration = PipelineConfiguration(dictionaries: DrawnLetters.dictionaries, today: today)
    processor = try SourceProcessor(configuration)
  }

  /// A drawn letter as a PDF, and what it says.
  private func letter(seed: UInt64) throws -> (
    bytes: [UInt8], document: LabelledDocument, pages: Int
  ) {
    let dictionaries = URL(filePath: DrawnLetters.dictionaries)
    let writer = LetterWriter(
      words: try .load(dictionaries: dictionaries),
      people: try PersonMaker(dictionaries: dictionaries))
    var random = SplitMix64(seed: seed)
    let content = try writer.letter(with: &random)
    let drawing = try LetterDrawing(content, family: "Tinos", isHeldOut: false, with: &random)
    let bytes = try VectorPdf.bytes(
      width: 210, height: 297,
      pages: (0..<drawing.pageCount).map { page in { try drawing.draw(page: page, on: $0) } })
    return (bytes, content.document, drawing.pageCount)
  }

  /// A letter of any number of pages is one document with the fields of letters.
  @Test(arguments: [21, 22] as [UInt64]) func aLetterGetsItsFields(seed: UInt64) throws {
    let drawn = try letter(seed: seed)
    let (reading, result) = try processor.outcome(of: drawn.bytes, name: "letter.pdf")
    #expect(result.documents.map(\.kind) == [.officialLetter])
    let fields = try #require(result.documents.first).fields
    for key in ["number", "issuedOn", "letterType", "subject"] {
      let key = FieldKey(rawValue: key)
      #expect(fields[key]?.value == drawn.document.fields[key] ?? nil)
    }
    #expect(reading.pages.count == drawn.pages)
    #expect(reading.pages.allSatisfy { $0.sheet != nil })
    // What was read is all that the decision needs.
    let replayed = try SourceJudge(configuration).judge(
      JSONDecoder().decode(SourceReading.self, from: JSONEncoder().encode(reading)))
    #expect(replayed.documents == result.documents)
  }

  /// Nothing of a letter gets into the dossier, from which registrations are made.
  @Test func aLetterIsNoPartOfADossier() throws {
    let result = try processor.result(of: letter(seed: 21).bytes, name: "letter.pdf")
    #expect(result.dossier.fields.isEmpty)
  }

  /// Where each page is shown once, whichever way it is read.
  @Test func everyPageIsShownOnce() throws {
    let drawn = try letter(seed: 22)
    var shown: [Int] = []
    _ = try processor.result(of: drawn.bytes, name: "letter.pdf") { page, _ in shown.append(page) }
    #expect(shown == Array(1...drawn.pages))
  }
}
