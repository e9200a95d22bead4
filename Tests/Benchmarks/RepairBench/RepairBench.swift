import Foundation
import TestSupport

/// Scores texts and times their repair; `scripts/measure repair` calls it.
@main
struct RepairBench {
  static let help = """
    usage: repair-bench COMMAND

      strip FILE                   the text without tone and letter marks
      rates TRUTH READING [--from WORDS] [--without CHARACTERS] [--within]
                                   word and character error rate of a reading
      novel TRUTH --training FILE…
                                   numbers of the lines that share no eight syllables in a row with
                                   the training texts
      restored TRUTH OUTPUT [--novel NUMBERS]
                                   share of syllables right, line by line; apart on those lines
      changed INPUT OUTPUT         share of words that differ, and which
      calibration INPUT CHANGES TRUTH [INPUT CHANGES TRUTH]…
                                   share of changes right by stated probability; CHANGES is what
                                   'hoso repair --json' printed
      sentences FILE…              the Vietnamese sentences in JSON files
      timed --input FILE [--runs N] -- COMMAND…
                                   medians of the times to the first output, to the last, and of
                                   the processor; the largest resident set

    Results are lines of a name, a tab and a value.
    """

  static func main() { Benchmark.run("repair-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    guard let command = arguments.first, command != "--help" else {
      print(help)
      return
    }
    if command == "timed" { return try TimedCommand.report(arguments.dropFirst()) }
    let options = try BenchOptions(arguments.dropFirst())
    switch command {
    case "strip": try Scores.strip(options)
    case "rates": try Scores.rates(options)
    case "novel": try Scores.novel(options)
    case "restored": try Scores.restored(options)
    case "changed": try Scores.changed(options)
    case "calibration": try Scores.calibration(options)
    case "sentences": try Sentences.write(options)
    default: throw Benchmark.UsageError("no command '\(command)'")
    }
  }
}
