package import Foundation

/// The wordings that invented letters are made of, from `dictionaries/drawing/letters.json`.
package struct LetterWords: Decodable, Sendable {
  /// An invented kind of office; `{PROVINCE}` and the like stand for where it is.
  struct Office: Decodable, Sendable {
    var parent: [String]
    var issuer: [String]
    var `self`: String
    var symbol: String
    var head: String
    var body: String?
    var boss: String
  }

  var topics: [String]
  var verbs: [String]
  var scopes: [String]
  var openings: [String]
  var bases: [String]
  var sentences: [String]
  var closings: [String]
  var articles: [String]
  var departments: [[String]]
  var offices: [Office]
  var recipients: [String]
  var distribution: [String]
  var types: [[String]]

  /// Loads the wordings in the folder `dictionaries`.
  package static func load(dictionaries: URL) throws -> LetterWords {
    let url = dictionaries.appendingPathComponent("drawing/letters.json")
    guard let data = try? Data(contentsOf: url) else {
      throw DrawingError.missingData("cannot read \(url.path)")
    }
    return try JSONDecoder().decode(LetterWords.self, from: data)
  }
}
