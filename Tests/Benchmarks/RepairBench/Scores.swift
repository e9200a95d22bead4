import Evaluation
import Foundation
import TestSupport
import VietnameseText

/// The commands that score texts.
enum Scores {
  static func strip(_ options: BenchOptions) throws {
    let text = try text(at: try options.operands(1)[0])
    FileHandle.standardOutput.write(Data(text.normalized().strippingMarks().utf8))
  }

  static func rates(_ options: BenchOptions) throws {
    let paths = try options.operands(2)
    let removed = Set(options.value("--without") ?? "")
    let texts = try paths.map { path in
      ComparedText(try text(at: path), from: options.value("--from"), without: removed)
    }
    let score = ReadingScore(
      of: texts[1], against: texts[0], span: options.has("--within") ? .withinTruth : .whole)
    report("wer", percent(score.words.rate))
    report("cer", percent(score.characters.rate))
    report("words", score.words.truthCount)
    report("substitutions", score.words.substitutions)
    report("deletions", score.words.deletions)
    report("insertions", score.words.insertions)
    report("missed", score.words.substitutions + score.words.deletions)
  }

  static func restored(_ options: BenchOptions) throws {
    let paths = try options.operands(2)
    let truth = lines(of: try text(at: paths[0]))
    let output = lines(of: try text(at: paths[1]))
    guard truth.count == output.count else {
      throw Benchmark.UsageError(
        "\(truth.count) lines of truth, but \(output.count) of output")
    }
    var score = RestorationScore()
    for (truth, output) in zip(truth, output) { score.add(output: output, truth: truth) }
    report("right", percent(score.share))
    report("syllables", score.syllables)
    guard let list = options.value("--novel") else { return }
    var ofNovel = RestorationScore()
    let numbers = lines(of: try text(at: list)).compactMap { Int($0) }
    for number in numbers where truth.indices.contains(number - 1) {
      ofNovel.add(output: output[number - 1], truth: truth[number - 1])
    }
    report("novel right", percent(ofNovel.share))
    report("novel syllables", ofNovel.syllables)
    report("novel lines", numbers.count)
  }

  static func novel(_ options: BenchOptions) throws {
    var novel = NovelLines(lines: lines(of: try text(at: try options.operands(1)[0])))
    for path in options.values("--training") {
      for line in lines(of: try text(at: path)) { novel.remove(sharedWith: line) }
    }
    for number in novel.numbers { print(number + 1) }
  }

  static func changed(_ options: BenchOptions) throws {
    let paths = try options.operands(2)
    let input = lines(of: try text(at: paths[0]))
    let output = lines(of: try text(at: paths[1]))
    let pairs =
      input.count == output.count
      ? Array(zip(input, output))
      : [
        (input.joined(separator: "\n"), output.joined(separator: "\n"))
      ]
    var counts: [WordChange: Int] = [:]
    var words = 0
    for (input, output) in pairs {
      words += input.split(whereSeparator: \.isWhitespace).count
      guard input.utf8.elementsEqual(output.utf8) == false else { continue }
      for change in WordChange.changes(from: input, to: output) { counts[change, default: 0] += 1 }
    }
    let changed = counts.values.reduce(0, +)
    report("words", words)
    report("changed", changed)
    report("changed share", percent(words == 0 ? 0 : Double(changed) / Double(words)))
    let ranked = counts.sorted { ($1.value, $0.key.from) < ($0.value, $1.key.from) }
    for (change, count) in ranked { report("change", "\(count) \(change.from) → \(change.to)") }
  }

  static func calibration(_ options: BenchOptions) throws {
    let paths = options.operands
    guard !paths.isEmpty, paths.count.isMultiple(of: 3) else {
      throw Benchmark.UsageError("expected INPUT CHANGES TRUTH; see --help")
    }
    var samples: [CalibrationCurve.Sample] = []
    for start in stride(from: 0, to: paths.count, by: 3) {
      let changes = try JSONDecoder().decode(
        RepairReport.self, from: Data(contentsOf: URL(filePath: paths[start + 1]))
      ).changes
      let judge = ChangeJudge(truth: try text(at: paths[start + 2]))
      // Offsets count in the normal form that repair gives the text first.
      let input = try text(at: paths[start]).normalized()
      guard let judgements = judge.judgements(of: changes, in: input) else {
        throw Benchmark.UsageError(
          "the changes in \(paths[start + 1]) do not fit \(paths[start])")
      }
      samples += zip(changes, judgements).map {
        CalibrationCurve.Sample(confidence: $0.probability, wasRight: $1)
      }
    }
    let certain = samples.filter { $0.confidence >= 0.99 }
    report("changes", samples.count)
    report("certain changes", certain.count)
    report("certain right", share(certain.count(where: \.wasRight), of: certain.count))
    for bin in CalibrationCurve(of: samples).bins where bin.count > 0 {
      report(
        "bin",
        "\(bin.from)–\(bin.to) \(bin.count) changes, \(share(bin.right, of: bin.count)) right")
    }
  }

  /// What `hoso repair --json` prints, as far as it is judged.
  private struct RepairReport: Decodable {
    var changes: [StatedChange]
  }

  static func report(_ name: String, _ value: some CustomStringConvertible) {
    print("\(name)\t\(value)")
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : percent(Double(part) / Double(whole))
  }

  private static func percent(_ share: Double) -> String {
    String(format: "%.2f", share * 100)
  }
}
