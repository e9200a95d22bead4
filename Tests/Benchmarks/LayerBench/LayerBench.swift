import Documents
import Foundation
import Imaging
import Rendering
import TextLayers
import VietnameseText

/// Measures the decision on text layers on drawn pages, or shows it for given files.
///
///     layer-bench inspect FILE…
///     layer-bench measure --text FILE… [--seed N] [--count N] [--kind KIND] [--errors]
@main struct LayerBench {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "inspect": try inspect(Array(arguments.dropFirst()))
    default:
      FileHandle.standardError.write(Data("usage: layer-bench inspect FILE…\n".utf8))
      exit(2)
    }
  }

  private static func inspect(_ paths: [String]) throws {
    let models = try RepairModels(directory: "dictionaries/language")
    let judge = try TextLayerJudge(dictionaries: "dictionaries", models: models)
    for path in paths {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let file: PDFFile
      do {
        guard let pdf = try SourceContent.open(bytes).get().pdf else {
          print("\(path): no PDF")
          continue
        }
        file = pdf
      } catch {
        print("\(path): \(error.finding.code)")
        continue
      }
      for index in 0..<file.pageCount {
        let clock = ContinuousClock()
        let start = clock.now
        let layer = try judge.layer(of: file, page: index)
        let time = (clock.now - start) / .milliseconds(1)
        print(
          "\(path) page \(index + 1): \(layer.decision.rawValue), \(layer.reason.rawValue), "
            + "\(layer.lines.count) lines, \(layer.regions.count) regions, agreement "
            + "\(layer.agreement.map { String(format: "%.2f", $0) } ?? "–"), "
            + String(format: "%.0f ms", time))
      }
    }
  }
}
