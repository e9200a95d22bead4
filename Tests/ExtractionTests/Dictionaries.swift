import Foundation
import Gazetteer

@testable import Extraction

/// The dictionaries of this package, loaded once for all tests.
enum Dictionaries {
  static let directory =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("dictionaries").path

  static let extractor = Result {
    try Extractor(
      dictionaries: directory, gazetteer: try Gazetteer(directory: directory))
  }
}
