import Documents
import Testing

@testable import Recognition

@Suite struct HandwritingFinderTests {
  /// Letters 12 pixels wide and 20 high, whose feet stand `offsets` below the base line.
  private func marks(_ offsets: [Int], confidence: Double = 0.6) -> [Mark] {
    let letters = offsets.enumerated().map { index, offset in
      PixelBox(x: 100 + 16 * index, y: 80 + offset, width: 12, height: 20)
    }
    let box = PixelBox.union(of: letters) ?? PixelBox(x: 0, y: 0, width: 0, height: 0)
    return HandwritingFinder().words(
      of: [TextWord(text: "NGUYEN", box: box, confidence: confidence)],
      line: FoundLine(box: box, letterHeight: 20, letters: letters.count), components: letters)
  }

  @Test func lettersOnOneLineArePrint() { #expect(marks([0, 0, 1, 0, 0, -1]).isEmpty) }

  @Test func tailsBelowTheLineArePrint() { #expect(marks([0, 8, 0, 0, 0, 9]).isEmpty) }

  @Test func unevenLettersAreAHand() throws {
    let mark = try #require(marks([0, 3, -3, 2, -4, 4]).first)
    #expect(mark.shape == .handwriting && mark.ink > 0.08)
  }

  @Test func whatReadsWellIsPrint() {
    #expect(marks([0, 3, -3, 2, -4, 4], confidence: 0.95).isEmpty)
  }
}
