import Foundation
import TestSupport

/// Measures what happens to a picture before its print is read.
///
///     capture-bench stages FOLDER…     time and codes of every picture under the folders
///     capture-bench measures FOLDER…   the measures of capture quality, a row a region
///     capture-bench captures FOLDER…   the reasons given to cards spoilt in every way
///     capture-bench codes [PERSONS]    the share of drawn QR codes read, by size and blur
@main struct CaptureBench {
  static func main() { Benchmark.run("capture-bench", run) }

  private static func run(_ arguments: ArraySlice<String>) throws {
    switch arguments.first {
    case "stages": try PictureMeasures(under: arguments.dropFirst()).printStages()
    case "measures": try PictureMeasures(under: arguments.dropFirst()).printQuality()
    case "codes": try CodeCurve(persons: arguments.dropFirst().first.flatMap(Int.init) ?? 4).print()
    case "captures":
      try CaptureDetection(dictionaries: "dictionaries").print(
        PictureMeasures(under: arguments.dropFirst()),
        verbose: ProcessInfo.processInfo.environment["VERBOSE"] != nil)
    default:
      throw Benchmark.UsageError("expected stages|measures|captures FOLDER… | codes [PERSONS]")
    }
  }
}
