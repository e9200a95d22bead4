import Documents
import Testing

@testable import Recognition

/// Commas that were read where the picture has none.
@Suite struct UnseenCommasTests {
  private let left = PixelBox(x: 20, y: 30, width: 110, height: 36)
  private let right = PixelBox(x: 150, y: 30, width: 100, height: 36)

  /// The line `phủ, ban`, as it was read.
  private var line: TextLine {
    TextLine(
      box: left.union(right),
      words: [
        TextWord(text: "phủ,", box: left, confidence: 0.96),
        TextWord(text: "ban", box: right, confidence: 0.96),
      ])
  }

  /// Its picture: words are bars, with a `comma` behind the first or without.
  private func picture(comma: Bool) throws -> Picture {
    var bars = [left, right].flatMap { word in
      (0..<4).map { (x: word.x + 25 * $0, y: 30, w: 16, h: 36) }
    }
    if comma { bars.append((x: 122, y: 60, w: 6, h: 12)) }
    return try Picture(grayOf: RecognitionTests.picture(width: 300, height: 100, black: bars))
  }

  @Test func aCommaWithInkIsNotSuspected() throws {
    let picture = try picture(comma: true)
    #expect(try UnseenCommas.suspects(in: line, of: picture).isEmpty)
  }

  @Test func aCommaWithoutInkGoesWhereAnotherReadingHasNone() throws {
    let picture = try picture(comma: false)
    let suspects = try UnseenCommas.suspects(in: line, of: picture)
    #expect(suspects == [0])
    func text(_ other: String) -> String {
      let words = [TextWord(text: other, box: left, confidence: 0.9), line.words[1]]
      return UnseenCommas.dropped(suspects, of: line, besides: words).text
    }
    #expect(text("phú") == "phủ ban")
    #expect(text("phủ,") == "phủ, ban")
    #expect(text("phủ;") == "phủ, ban")
  }
}
