import Foundation
import Gazetteer
import VietnameseText

@testable import Extraction

/// The dictionaries of this package, loaded once for all tests.
enum Dictionaries {
  static let directory =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("dictionaries").path

  static let extractor = Result {
    try Extractor(
      gazetteer: try Gazetteer(directory: directory),
      models: try RepairModels(directory: directory + "/language"))
  }
}
