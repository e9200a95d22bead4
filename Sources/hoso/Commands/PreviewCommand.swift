import Documents
import Foundation
import Terminal
import Validation
import Workers

/// `hoso preview FILE…` shows what each scan says, and keeps nothing.
struct PreviewCommand {
  static let specification = CommandSpecification(
    "preview", summary: "Show what a scan says: fields, confidence, verdict.",
    operands: .atLeastOne("FILE"),
    options: [
      OptionSpecification("json", help: "Print one JSON object a file, one a line."),
      OptionSpecification(
        "html", value: "FILE", help: "Write one page with images, boxes and crops."),
      OptionSpecification("timing", help: "Print how long each stage took."),
    ],
    discussion: """
      Exit code 0 when all is accepted, 3 when a person must look, 4 when a file was rejected.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() async throws -> ExitCode {
    let printsJSON = try settings.flag("json")
    let printsTiming = try settings.flag("timing")
    let page = settings.value("html")
    let paths = settings.operands
    let pool = try settings.workerPool(count: min(try settings.jobs(), paths.count))
    let reader = PreviewReader(
      files: NamedFiles(pool: pool, dictionaries: try settings.dictionaries()),
      wantsPictures: page != nil)
    var html = PreviewPage()
    var results: [SourceResult] = []
    try await reader.read(paths) { preview in
      let result = preview.result
      if page != nil { html.append(result, images: preview.pictures) }
      if printsJSON {
        try printJSON(result)
      } else {
        let table = DocumentTable(width: Console.width, colour: Console.showsColour)
        try Console.print(table.text(for: result))
      }
      if printsTiming { note(result.timing, startMs: preview.startMs) }
      results.append(result)
    }
    await pool.stop()
    let joined = try self.joined(results)
    for dossier in joined { try show(dossier, asJSON: printsJSON) }
    if let page { try OutputFile.write(html.html.utf8, to: page) }
    return code(of: results, joined: joined)
  }

  /// The dossiers whose documents came in several of the files.
  private func joined(_ results: [SourceResult]) throws -> [JoinedDossier] {
    guard results.count > 1 else { return [] }
    return try DossierJoiner(dictionaries: settings.dictionaries()).dossiers(joining: results)
  }

  /// The worst of the files; one that is joined with others counts by its documents and by what it
  /// says together with them.
  private func code(of results: [SourceResult], joined: [JoinedDossier]) -> ExitCode {
    let members = Set(joined.flatMap(\.sources))
    let verdicts =
      joined.map(\.dossier.verdict)
      + results.flatMap { result in
        members.contains(result.source) ? result.documents.map(\.verdict) : [result.verdict]
      }
    return verdicts.map(ExitCode.init).max() ?? .allAccepted
  }

  private func show(_ joined: JoinedDossier, asJSON: Bool) throws {
    if asJSON {
      try printJSON(joined)
    } else {
      let table = DocumentTable(width: Console.width, colour: Console.showsColour)
      try Console.print(table.text(for: joined))
    }
  }

  private func printJSON(_ result: some Encodable) throws {
    try Console.print(JSONEncoder.stable.text(of: result))
  }

  private func note(_ timing: Timing, startMs: Double) {
    let parts = [
      ("start", startMs), ("decode", timing.decodeMs), ("prepare", timing.prepareMs),
      ("read", timing.readMs), ("decide", timing.repairMs), ("total", timing.totalMs),
    ]
    Console.note(parts.map { "\($0) \(Int($1.rounded())) ms" }.joined(separator: ", "))
  }
}
