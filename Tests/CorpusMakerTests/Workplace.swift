import CorpusDrawing
import Foundation

/// What the tests share.
enum Workplace {
  /// The dictionaries of this package.
  static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "dictionaries")

  /// Read once for all tests.
  static let people = Result { try PersonMaker(dictionaries: dictionaries) }
}
