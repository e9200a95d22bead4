import Documents
import Evaluation
import Foundation
import Pipeline
import Terminal
import Validation

/// `hoso evaluate CORPUS` scores a labelled corpus against what was right before.
struct EvaluateCommand {
  static let specification = CommandSpecification(
    "evaluate", summary: "Score a labelled corpus, and fail when a case got worse.",
    operands: .exactlyOne("CORPUS"),
    options: [
      OptionSpecification("json", help: "Print the scores as JSON."),
      OptionSpecification(
        "recorded", help: "Use the recorded readings instead of reading the images."),
      OptionSpecification("record", help: "Read the images and write their readings beside them."),
      OptionSpecification(
        "baseline", value: "FILE", help: "What must stay right; default CORPUS/baseline.tsv."),
      OptionSpecification("update-baseline", help: "Accept the present scores as the baseline."),
      OptionSpecification("cards", help: "Print only the figures that cards are measured by."),
      OptionSpecification("forms", help: "Print only the figures that forms are measured by."),
      OptionSpecification(
        "errors", help: "List every wrong field, of tables every wrong cell, with both values."),
      OptionSpecification("values", help: "List every field, right or wrong, as --errors does."),
      OptionSpecification(
        "calibrate", value: "FILE", help: "Fit the confidences to this corpus and write FILE."),
      OptionSpecification(
        "recount", help: "With --calibrate: keep the weights, only count what their scores give."),
      OptionSpecification(
        "stratum", value: "NAME", help: "With --calibrate: leave all but that stratum as it is."),
      OptionSpecification("source", value: "TEXT", help: "What --calibrate notes as its source."),
    ],
    discussion: """
      A case is a folder with page files and a label.json. Exit code 1 means that something that
      was right in the baseline is now wrong, or that a wrong value was accepted.
      """)

  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func run() throws -> ExitCode {
    let corpus = try Corpus(at: URL(filePath: settings.operands[0]))
    let table = try Calibration(directory: settings.dictionaries())
    // Before all the reading, not behind it.
    let stratum = try stratum(of: table)
    let cases = try score(corpus)
    let score = CorpusScore(cases: cases)
    let regressions = try compare(score, with: corpus)
    let groups = score.calibration(by: table.group)
    if try settings.flag("json") {
      try printJSON(score, groups: groups, regressions: regressions, corpus: corpus)
    } else if try settings.flag("cards") {
      let report = CardReport(width: Console.width, colour: Console.showsColour)
      try Console.print(report.text(for: score), terminator: "")
    } else if try settings.flag("forms") {
      let report = FormReport(width: Console.width, colour: Console.showsColour)
      try Console.print(report.text(for: score), terminator: "")
    } else {
      let report = ScoreReport(colour: Console.showsColour)
      try Console.print(report.text(for: score, groups: groups), terminator: "")
      if corpus.textCases > 0 { Console.note("\(corpus.textCases) text cases were passed over") }
    }
    if try settings.flag("values") {
      try printFields(score) { _ in true }
    } else if try settings.flag("errors") {
      try printFields(score) { !$0.isRight }
    }
    if let path = settings.value("calibrate") {
      try calibrate(table, stratum: stratum, by: score, path: path)
    }
    for name in score.acceptedForeign { Console.error("accepted a foreign document: \(name)") }
    for regression in regressions { Console.error("was right, is wrong: \(regression)") }
    let failed =
      !regressions.isEmpty || score.total.tally.silent > 0 || !score.acceptedForeign.isEmpty
    return failed ? .comparisonFailed : .allAccepted
  }

  private func score(_ corpus: Corpus) throws -> [CaseScore] {
    let progress = try ProgressLine(total: corpus.cases.count, quiet: settings.flag("quiet"))
    defer { progress.clear() }
    let results = try resultsOfCase()
    let scorer = CaseScorer()
    let joiner = try DossierJoiner(dictionaries: settings.dictionaries())
    return try corpus.cases.enumerated().map { index, item in
      progress.show(done: index)
      let results = try results(item)
      return scorer.score(item, results: results, joined: joiner.dossiers(joining: results))
    }
  }

  /// The way from a case to its results: by reading its images, or from what was recorded.
  private func resultsOfCase() throws -> (CorpusCase) throws -> [SourceResult] {
    let configuration = try settings.pipeline()
    if try settings.flag("recorded") {
      let judge = try SourceJudge(configuration)
      return { try replay($0, judge: judge) }
    }
    let processor = try SourceProcessor(configuration)
    let records = try settings.flag("record")
    return { try read($0, processor: processor, records: records) }
  }

  private func replay(_ item: CorpusCase, judge: SourceJudge) throws -> [SourceResult] {
    guard let data = FileManager.default.contents(atPath: item.recording.path) else {
      throw CorpusError.noRecording(path: item.recording.path)
    }
    return try JSONDecoder().decode([SourceReading].self, from: data).map(judge.judge)
  }

  private func read(
    _ item: CorpusCase, processor: SourceProcessor, records: Bool
  ) throws -> [SourceResult] {
    let outcomes = try item.files.map { file in
      try processor.outcome(
        of: Array(Data(contentsOf: file)), name: file.lastPathComponent)
    }
    if records {
      try JSONEncoder.stable.encode(outcomes.map(\.reading)).write(to: item.recording)
    }
    return outcomes.map(\.result)
  }

  private func compare(_ score: CorpusScore, with corpus: Corpus) throws -> [String] {
    let path =
      settings.value("baseline") ?? corpus.root.appending(path: "baseline.tsv").path
    if try settings.flag("update-baseline") {
      try Data(Baseline(of: score).text.utf8).write(to: URL(filePath: path))
      return []
    }
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    return try Baseline(parsing: String(decoding: data, as: UTF8.self)).regressions(in: score)
  }

  private func printFields(
    _ score: CorpusScore, where isWanted: (FieldOutcome) -> Bool
  ) throws {
    for item in score.cases {
      for field in item.fields where isWanted(field.outcome) {
        let whole = ValueDifference(
          place: "", expected: field.expected?.line, found: field.found?.line)
        let differences = ValueDifference.between(field.expected, field.found)
        for part in differences.isEmpty ? [whole] : differences {
          try Console.print(
            "\(item.name)\t\(field.document).\(field.key)\(part.place)\t\(field.outcome.rawValue)\t"
              + "\(part.expected ?? "–")\t\(part.found ?? "–")\t"
              + "\(field.confidence.map { "\($0.rawValue)" } ?? "–")")
        }
      }
    }
  }

  private func calibrate(
    _ table: Calibration, stratum: String?, by score: CorpusScore, path: String
  ) throws {
    let samples = score.cases.enumerated().flatMap { origin, item in
      item.fields.compactMap { field in
        field.found == nil
          ? nil
          : field.evidence.map {
            Calibration.Sample(
              key: field.key, kind: field.kind, evidence: $0,
              wasRight: field.outcome.isRight, origin: origin)
          }
      }
    }
    let source = settings.value("source") ?? "hoso evaluate \(settings.operands[0]) --calibrate"
    let fitted =
      try settings.flag("recount")
      ? table.recounted(on: samples, source: source) : table.fitted(to: samples, source: source)
    let result = stratum.flatMap { table.taking($0, from: fitted) } ?? fitted
    try Data(result.fileText().utf8).write(to: URL(filePath: path))
    Console.note("fitted to \(samples.count) values: \(path)")
  }

  /// The stratum that alone is to be calibrated; nil for all.
  private func stratum(of table: Calibration) throws -> String? {
    guard let name = settings.value("stratum") else { return nil }
    let names = table.strata.map(\.name)
    guard names.contains(name) else {
      throw UsageError(
        .invalidValue(
          option: "stratum", value: name, expected: "one of: \(names.joined(separator: "; "))"))
    }
    return name
  }

  private func printJSON(
    _ score: CorpusScore, groups: [String: CalibrationCurve], regressions: [String],
    corpus: Corpus
  ) throws {
    let report = EvaluationReport(
      score: score, groups: groups, regressions: regressions, textCases: corpus.textCases)
    try Console.print(JSONEncoder.stable.text(of: report))
  }
}
