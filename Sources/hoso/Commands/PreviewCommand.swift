import Documents
import Foundation
import Imaging
import Pipeline
import Terminal
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

  func run() throws -> ExitCode {
    let startup = Stopwatch()
    let processor = try SourceProcessor(settings.pipeline())
    let startupMs = startup.milliseconds
    let printsJSON = try settings.flag("json")
    let printsTiming = try settings.flag("timing")
    let page = settings.value("html")
    var html = PreviewPage()
    var code = ExitCode.allAccepted
    for path in settings.operands {
      var images: [Int: [UInt8]] = [:]
      let result = try self.result(for: path, processor: processor) { number, image in
        if page != nil { images[number] = try image.jpeg(quality: 80) }
      }
      if page != nil { html.append(result, images: images) }
      if printsJSON {
        try printJSON(result)
      } else {
        let table = DocumentTable(width: Console.width, colour: Console.showsColour)
        Console.print(table.text(for: result))
      }
      if printsTiming { note(result.timing, startupMs: startupMs) }
      code = max(code, ExitCode(result.verdict))
    }
    if let page { try write(html.html, to: page) }
    return code
  }

  private func result(
    for path: String, processor: SourceProcessor, onPage: (Int, PageImage) throws -> Void
  ) throws -> SourceResult {
    let file = URL(filePath: path)
    let name = file.lastPathComponent
    let bytes: [UInt8]
    do throws(SourceFile.Failure) {
      // A link that the user names is followed; the pipe or device behind one is not.
      bytes = try SourceFile.bytes(
        at: file.resolvingSymlinksInPath().path, limit: IntakeLimits.standard.bytes)
    } catch {
      return processor.refusal(of: name, because: Finding(error.code))
    }
    return try processor.result(of: bytes, name: name, onPage: onPage)
  }

  private func printJSON(_ result: SourceResult) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    Console.print(String(decoding: try encoder.encode(result), as: UTF8.self))
  }

  private func note(_ timing: Timing, startupMs: Double) {
    let parts = [
      ("start", startupMs), ("decode", timing.decodeMs), ("prepare", timing.prepareMs),
      ("read", timing.readMs), ("decide", timing.repairMs), ("total", timing.totalMs),
    ]
    Console.note(parts.map { "\($0) \(Int($1.rounded())) ms" }.joined(separator: ", "))
  }

  private func write(_ html: String, to path: String) throws {
    do {
      try Data(html.utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw OutputError.cannotWrite(path: path)
    }
  }
}

extension SourceFile.Failure {
  fileprivate var code: ReasonCode {
    switch self {
    case .unreadable, .notRegular: .fileUnreadable
    case .tooLarge: .fileTooLarge
    }
  }
}
