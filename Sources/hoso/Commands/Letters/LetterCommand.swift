import Documents
import Foundation
import Letters
import Pipeline
import Terminal
import Workers

/// `hoso letter FILE…` reads official letters: their fields and their text.
struct LetterCommand {
  static let specification = CommandSpecification(
    "letter", summary: "Read official letters: fields and repaired text.",
    operands: .atLeastOne("FILE"),
    options: [
      OptionSpecification("json", help: "Print one JSON object a file, one a line."),
      OptionSpecification("text", help: "Print the letter as plain text."),
      OptionSpecification(
        "html", value: "FILE", help: "Write one page with images, fields and texts."),
      OptionSpecification(
        "pdf", value: "FILE|DIR",
        help: "Write the pages as a PDF with the text under them; a folder for several files."),
    ],
    discussion: """
      Reads scans, PDF and plain text, and .doc, .docx, .odt and .rtf through soffice, antiword,
      catdoc or pandoc where one is installed. A number or date that the paper leaves blank has no
      value. Exit code 0 when all is accepted, 3 when a person must look, 4 when a file was rejected.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let printsJSON = try settings.flag("json")
    let printsText = try settings.flag("text")
    let page = settings.value("html")
    let paths = settings.operands
    let pdf = settings.value("pdf").map { LetterPDF(target: $0, fileCount: paths.count) }
    let pool = try settings.workerPool(
      count: min(try settings.jobs(), paths.count), letters: true)
    let files = LetterFiles(
      files: NamedFiles(pool: pool, dictionaries: try settings.dictionaries()),
      wantsPictures: page != nil || pdf != nil)
    var html = PreviewPage()
    var worst = ExitCode.allAccepted
    try await files.read(paths) { reading in
      let outcome = reading.outcome
      if page != nil {
        html.append(outcome.result, images: reading.pictures)
        html.append("Nội dung", paragraphs: outcome.text.body)
        for annex in outcome.text.annexes {
          html.append(annex.title, paragraphs: Array(annex.paragraphs.dropFirst()))
        }
      }
      try pdf?.write(outcome, pictures: reading.pictures)
      if printsJSON {
        try Console.print(JSONEncoder.stable.text(of: LetterReport(outcome)))
      } else if printsText {
        try Console.print(LetterWriting(outcome: outcome).text, terminator: "")
        if outcome.result.documents.isEmpty {
          for reason in outcome.result.reasons {
            Console.error("\(outcome.result.source.name): \(reason.en)")
          }
        }
      } else {
        let table = LetterTable(width: Console.width, colour: Console.showsColour)
        try Console.print(table.text(for: outcome))
      }
      worst = max(worst, ExitCode(outcome.result.verdict))
    }
    await pool.stop()
    if let page { try OutputFile.write(html.html.utf8, to: page) }
    return worst
  }
}
