import Foundation
import Gazetteer

extension Gazetteer {
  /// The gazetteer over the dictionaries of the repository.
  static func ofRepository() throws -> Gazetteer {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Gazetteer(directory: root.appending(path: "dictionaries").path)
  }
}
