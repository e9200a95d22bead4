import Documents
import Evaluation
import Foundation
import Glibc
import Pipeline
import TestSupport

/// Reads drawn letters and compares what they say with their labels, and their bodies and the time
/// it took with those of plain Tesseract; `scripts/measure letters` calls it.
@main
struct LetterBench {
  static let help = """
    usage: letter-bench [--dictionaries DIR] [--wrong] [--words] [--no-peer]
                        [--record | --recorded] [--confidence FILE] CORPUS…

    Reads the letters that corpus-maker drew into CORPUS with warm models, and prints the share of
    exact values by tier and field, the word error rate of bodies beside 'tesseract -l vie' on the
    same pages, and the processor time of both. --wrong lists the values that are not exact,
    --words the words of bodies that differ; --record writes what was read beside each label as
    reading.json, and --recorded decides from that alone; --confidence writes the table of
    confidences that follows.
    """

  static func main() { Benchmark.run("letter-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    var (dictionaries, listsWrong, hasPeer, corpora) = ("dictionaries", false, true, [String]())
    var (table, records, isRecorded, listsWords) = (String?.none, false, false, false)
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--help", "-h":
        print(help)
        return
      case "--wrong": listsWrong = true
      case "--words": listsWords = true
      case "--no-peer": hasPeer = false
      case "--record": records = true
      case "--recorded": isRecorded = true
      case "--dictionaries": dictionaries = rest.popFirst() ?? dictionaries
      case "--confidence": table = rest.popFirst()
      case let name where name.hasPrefix("--"):
        throw Benchmark.UsageError("unknown option \(name); see letter-bench --help")
      default: corpora.append(argument)
      }
    }
    guard !corpora.isEmpty, let day = CalendarDate(iso: "2026-01-01") else {
      throw Benchmark.UsageError("name a CORPUS that holds letters")
    }
    let configuration = PipelineConfiguration(dictionaries: dictionaries, today: day)
    let decider = try LetterDecider(configuration)
    let processor = isRecorded ? nil : try LetterProcessor(configuration)
    let cases = try corpora.flatMap { try LetterCase.all(in: URL(filePath: $0)) }
    let peer = hasPeer && !isRecorded ? try Peer() : nil
    defer { peer?.remove() }
    var tallies: [String: LetterTally] = [:]
    var steps = ConfidenceSteps()
    for letter in cases {
      var tally = tallies[letter.tier] ?? LetterTally()
      let before = Processor.seconds(of: RUSAGE_SELF)
      let reading = try processor.map { try read(letter, with: $0) } ?? recorded(letter)
      let outcome = decider.outcome(of: reading)
      tally.ourSeconds += Processor.seconds(of: RUSAGE_SELF) - before
      tally.pages += outcome.result.source.pages
      let fields = outcome.result.documents.first?.fields ?? [:]
      let wrong = tally.add(
        letter.fields, byHand: letter.handwritten, read: fields,
        isAccepted: outcome.result.documents.first?.verdict == .accepted)
      steps.add(fields, wrong: Set(wrong.map(\.field)), known: Set(letter.fields.keys))
      let body = outcome.text.body.joined(separator: " ")
      tally.ours += LetterTally.difference(body, from: letter.body)
      if listsWords { list(body, of: letter) }
      if records { try JSONEncoder().encode([reading]).write(to: letter.recording) }
      if let peer, let (text, seconds) = try peer.read([UInt8](Data(contentsOf: letter.file))) {
        tally.peer += LetterTally.difference(text, from: letter.body)
        tally.peerSeconds += seconds
        if listsWords { list(text, of: letter, by: " tesseract") }
      }
      tallies[letter.tier] = tally
      guard listsWrong else { continue }
      for (field, truth, read) in wrong {
        print("\(letter.name) \(field): \(text(truth)) ← \(text(read))")
      }
    }
    LetterFigures(tallies: tallies).write()
    if let table { try Data(steps.table.utf8).write(to: URL(filePath: table)) }
  }

  private static func read(
    _ letter: LetterCase, with processor: LetterProcessor
  ) throws -> SourceReading {
    let bytes = [UInt8](try Data(contentsOf: letter.file))
    return try processor.read(bytes, name: letter.file.lastPathComponent).reading
  }

  private static func recorded(_ letter: LetterCase) throws -> SourceReading {
    let readings = try JSONDecoder().decode(
      [SourceReading].self, from: Data(contentsOf: letter.recording))
    guard let reading = readings.first else {
      throw Benchmark.UsageError("\(letter.name) has no recorded reading")
    }
    return reading
  }

  private static func list(_ text: String, of letter: LetterCase, by reader: String = "") {
    for line in BodyDifference(of: text, from: letter.body).lines {
      print("\(letter.name)\(reader): \(line)")
    }
  }

  private static func text(_ value: FieldValue?) -> String {
    switch value {
    case .text(let text): text
    case .list(let items): "[\(items.joined(separator: " | "))]"
    case .rows, nil: "–"
    }
  }
}
