import Foundation
import MappedFiles
import TestSupport
import VietnameseText

/// Measures how well old encodings are recognised: Vietnamese paragraphs are written in each of
/// them, recognised and converted; text in Unicode, also in other languages, must stay.
///
///     encoding-bench --text FILE… [--foreign FILE…] [--errors]
@main struct EncodingBench {
  /// A paragraph with fewer letters tells too little.
  private static let telling = 60

  static func main() { Benchmark.run("encoding-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    var texts: [String] = []
    var foreign: [String] = []
    var isForeign = false
    for argument in arguments {
      switch argument {
      case "--text": isForeign = false
      case "--foreign": isForeign = true
      case "--errors": break
      default: if isForeign { foreign.append(argument) } else { texts.append(argument) }
      }
    }
    guard !texts.isEmpty else {
      throw Benchmark.UsageError("expected --text FILE… [--foreign FILE…] [--errors]")
    }
    let models = try RepairModels(directory: "dictionaries/language")
    let letters = try LegacyLetters(dictionaries: "dictionaries")
    var bench = EncodingScores(
      recognizer: EncodingRecognizer(letters: letters, model: models.language), letters: letters,
      showsErrors: arguments.contains("--errors"))
    let paragraphs = try texts.flatMap(paragraphs(in:)).filter(isVietnamese)
    for damage in Damage.allCases { bench.measure(damage, paragraphs) }
    bench.measureClean(paragraphs, name: "Vietnamese")
    let strangers = try foreign.flatMap(paragraphs(in:))
    if !strangers.isEmpty { bench.measureClean(strangers, name: "other languages") }
    bench.measureSpeed(paragraphs)
    if bench.hasFailed { exit(1) }
  }

  /// The paragraphs of a file, one a line, that are long enough to tell.
  private static func paragraphs(in path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.normalized().split(separator: "\n").map(String.init)
      .filter { $0.count(where: \.isLetter) >= telling }
  }

  private static func isVietnamese(_ paragraph: String) -> Bool {
    (paragraph.shareOfSyllables ?? 0) >= 0.7
      && paragraph.unicodeScalars.count { (0x1EA0...0x1EF9).contains($0.value) } >= 5
  }
}
