import Documents
import Pipeline

/// What `hoso letter --json` prints of one file, schema `hoso.letter/1`.
struct LetterReport: Encodable {
  private struct Line: Encodable {
    let text: String
    let box: PixelBox?
  }

  private struct Page: Encodable {
    let page: Int
    let image: ImageSize
    let source: FieldSource
    let textLayer: LayerNote?
    let lines: [Line]
  }

  private let schema = "hoso.letter/1"
  private let source: SourceIdentity
  private let verdict: Verdict
  private let reasons: [Reason]
  private let fields: [FieldKey: Field]
  private let body: [String]
  private let stamps: [String]
  private let annexes: [LetterText.Annex]
  private let blankFields: [FieldKey]
  private let repairs: Int
  private let pages: [Page]
  private let timing: Timing

  init(_ outcome: LetterOutcome) {
    source = outcome.result.source
    verdict = outcome.result.verdict
    reasons = outcome.result.reasons + outcome.result.documents.flatMap(\.reasons)
    fields = outcome.result.documents.first?.fields ?? [:]
    body = outcome.text.body
    stamps = outcome.text.stamps
    annexes = outcome.text.annexes
    blankFields = outcome.text.blankFields
    repairs = outcome.text.repairs
    pages = outcome.text.sheets.map { sheet in
      Page(
        page: sheet.page, image: sheet.image, source: sheet.source, textLayer: sheet.layer,
        lines: sheet.lines.map { words in
          Line(
            text: words.map(\.text).joined(separator: " "),
            box: PixelBox.union(of: words.map(\.box)))
        })
    }
    timing = outcome.result.timing
  }
}
