import CorpusDrawing
import Documents
import Foundation
import Imaging
import Recognition
import Rendering
import TestSupport
import TextLayers
import VietnameseText

/// Measures the decision on text layers on drawn pages, or shows it for given files.
///
///     layer-bench inspect FILE…
///     layer-bench measure --text FILE… [--english FILE…] [--seed N] [--count N] [--kinds A,B]
///       [--keep DIR]
@main struct LayerBench {
  static func main() { Benchmark.run("layer-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    switch arguments.first {
    case "inspect": try inspect(Array(arguments.dropFirst()))
    case "measure": try measure(Array(arguments.dropFirst()))
    default:
      throw Benchmark.UsageError("expected inspect FILE… | measure --text FILE… [OPTION…]")
    }
  }

  private static func judge() throws -> TextLayerJudge {
    let model = try RepairModels(directory: "dictionaries/language").language
    return TextLayerJudge(
      knowledge: try LayerKnowledge(dictionaries: "dictionaries"),
      recognizer: EncodingRecognizer(
        letters: try LegacyLetters(dictionaries: "dictionaries"), model: model),
      model: model, reader: try LineTextReader(taught: "dictionaries/reading"))
  }

  // MARK: Given files

  private static func inspect(_ paths: [String]) throws {
    let judge = try judge()
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      do {
        guard let file = try SourceContent.open(bytes).get().pdf else {
          print("\(path): no PDF")
          continue
        }
        for index in 0..<file.pageCount { try show(judge, file, index, path) }
      } catch let refusal as Refusal {
        print("\(path): \(refusal.finding.code)")
      }
    }
  }

  private static func show(
    _ judge: TextLayerJudge, _ file: PDFFile, _ index: Int, _ path: String
  ) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let layer = try judge.layer(of: file, page: index)
    let time = (clock.now - start) / .milliseconds(1)
    let agreement = layer.agreement.map { String(format: "%.2f", $0) } ?? "–"
    print(
      "\(path) page \(index + 1): \(layer.decision.rawValue), \(layer.reason.rawValue), "
        + "\(layer.lines.count) lines, \(layer.regions.count) regions, agreement \(agreement), "
        + String(format: "%.0f ms", time))
  }

  // MARK: Drawn pages

  private static func measure(_ arguments: [String]) throws {
    var texts: [String] = []
    var english: [String] = []
    var (seed, count) = (UInt64(1), 30)
    var kinds = LayerPageKind.allCases
    var folder: String?
    var option = ""
    for argument in arguments {
      if argument.hasPrefix("--") {
        option = argument
        continue
      }
      switch option {
      case "--text": texts.append(argument)
      case "--english": english.append(argument)
      case "--seed": seed = UInt64(argument) ?? seed
      case "--count": count = Int(argument) ?? count
      case "--kinds":
        kinds = argument.split(separator: ",").compactMap { .init(rawValue: String($0)) }
      case "--keep": folder = argument
      default: throw CocoaError(.featureUnsupported)
      }
    }
    let maker = LayerPageMaker(
      vietnamese: try texts.flatMap(paragraphs(in:)),
      english: try (english.isEmpty ? ["docs/repair.md", "docs/registry.md"] : english)
        .flatMap(paragraphs(in:)))
    let reading = try ForeignReading()
    let judge = try judge()
    var scores = LayerScores()
    for kind in kinds {
      for index in 0..<count {
        var page = maker.page(kind, seed: seed, index: index)
        if kind == .otherLanguage { page = try reading.applied(to: page) }
        let bytes = try page.bytes()
        guard let file = try SourceContent.open(bytes).get().pdf else { continue }
        let start = clock()
        let layer = try judge.layer(of: file, page: 0)
        let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        let isRight = scores.add(layer, page, kind, time)
        if let folder, !isRight {
          try Data(bytes).write(to: URL(filePath: "\(folder)/\(kind.rawValue)-\(index).pdf"))
          let agreement = layer.agreement.map { String(format: "%.2f", $0) } ?? "–"
          print(
            "  \(kind.rawValue)-\(index): \(layer.decision.rawValue), \(layer.reason.rawValue), "
              + "agreement \(agreement)\n    \(LayerScores.difference(layer, page))")
        }
      }
    }
    scores.report()
  }

  /// The paragraphs of a file, one a line, that are worth printing.
  private static func paragraphs(in path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let lines = text.normalized().split(separator: "\n").map(String.init)
    let plain = lines.map { line in
      String(
        String.UnicodeScalarView(
          line.unicodeScalars.filter {
            $0.value >= 0x20 && $0.value < 0x2100 && $0.value != 0xAD && $0.value != 0xFFFD
          }))
    }
    return plain.filter { line in
      (40...900).contains(line.count) && 2 * line.count(where: \.isLetter) > line.count
        && !line.contains("|") && !line.contains("....")
        && line.split(separator: " ").allSatisfy { $0.count < 30 }
    }
  }
}
