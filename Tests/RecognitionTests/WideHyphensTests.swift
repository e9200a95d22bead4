import Documents
import Testing

@testable import Recognition

/// Room about the dash between two numbers, which the engine's words do not show.
@Suite struct WideHyphensTests {
  /// The words of a line that says `text`, in a picture of four digits, a dash and four digits, with so
  /// much `room` on each side of the dash.
  private func words(_ text: String, room: Int) throws -> [String] {
    var bars: [(x: Int, y: Int, w: Int, h: Int)] = []
    var left = 20
    for digit in 0..<8 {
      if digit == 4 {
        bars.append((x: left - 4 + room, y: 46, w: 12, h: 4))
        left += 12 + 2 * room - 4
      }
      bars.append((x: left, y: 30, w: 16, h: 36))
      left += 20
    }
    let gray = try Picture(grayOf: picture(width: left + 40, height: 100, black: bars))
    let box = PixelBox(x: 20, y: 30, width: left - 24, height: 36)
    let line = TextLine(box: box, words: [TextWord(text: text, box: box, confidence: 0.9)])
    return try WideHyphens.parted(line, in: gray).words.map(\.text)
  }

  @Test func roomAboutADashIsASpace() throws {
    #expect(try words("2012-2017", room: 14) == ["2012", "-", "2017"])
    #expect(try words("2012-2017", room: 5) == ["2012-2017"])
  }

  /// Dates, symbols and words keep their dashes.
  @Test(arguments: ["20-12-2017", "QLT-2017", "2012"])
  func nothingElseIsParted(text: String) throws {
    #expect(try words(text, room: 14) == [text])
  }
}
