import Foundation
import Gazetteer

/// The dictionaries of this package.
enum Dictionaries {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "dictionaries")
    .path

  static let gazetteer = Result { try Gazetteer(directory: directory) }
}
