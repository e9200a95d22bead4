import Documents
import Foundation
import Gazetteer

@testable import Letters

/// Letters laid out for tests, and the words that they are read by.
enum SampleLetter {
  /// The dictionaries of the repository.
  static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../dictionaries").standardizedFileURL.path

  /// The words of letters.
  static func lexicon() throws -> LetterLexicon {
    try LetterLexicon(
      dictionaries: dictionaries, gazetteer: try Gazetteer(directory: dictionaries))
  }

  /// The letter that a plain text says.
  static func letter(_ text: String) throws -> Letter {
    let pages = pages(of: text)
    let reader = LetterReader(lexicon: try lexicon())
    return reader.letter(on: pages, untouched: pages)
  }

  /// A passage of words side by side.
  static func passage(_ text: String) -> Passage {
    pages(of: text).first?.lines.first.map { Passage(page: 1, words: $0.words) }
      ?? Passage(page: 1, words: [])
  }

  /// A line of words whose letters are half as wide as high, from `x` on.
  static func line(_ text: String, x: Int, y: Int, height: Int = 40) -> TextLine {
    var words: [TextWord] = []
    var left = x
    for word in text.split(separator: " ") {
      let width = word.count * height / 2
      words.append(
        TextWord(
          text: String(word), box: PixelBox(x: left, y: y, width: width, height: height),
          confidence: 0.97))
      left += width + height / 2
    }
    let box = PixelBox.union(of: words.map(\.box)) ?? PixelBox(x: x, y: y, width: 0, height: 0)
    return TextLine(box: box, words: words)
  }

  private static func pages(of text: String) -> [LetterPage] {
    LetterPage.readings(of: text).enumerated().map { LetterPage($1, number: $0 + 1) }
  }
}
