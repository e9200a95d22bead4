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

  /// A page of A4 with `lines` below its motto.
  static func page(_ lines: [TextLine], number: Int = 1) -> LetterPage {
    LetterPage(SheetReading(width: 2480, height: 3508, lines: motto + lines), number: number)
  }

  /// The motto at the head of every letter.
  static let motto = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x: 1250, y: 200),
    line("Độc lập - Tự do - Hạnh phúc", x: 1350, y: 260),
  ]
  /// The title and the name of who signs.
  static let title = line("GIÁM ĐỐC", x: 1600, y: 1490)
  static let signer = line("Trần Thị Huế", x: 1600, y: 1900)

  private static func pages(of text: String) -> [LetterPage] {
    LetterPage.readings(of: text).enumerated().map { LetterPage($1, number: $0 + 1) }
  }
}
