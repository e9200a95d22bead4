import Documents
import Testing

@testable import Recognition

@Suite struct StrokeFinderTests {
  private static let signature = PixelBox(x: 300, y: 400, width: 240, height: 80)

  /// A zigzag, of which the grouping of lines made one line of four letters of the given height.
  @Test(arguments: [(76, true), (60, true), (45, false)])
  func aRowOfPenStrokesIsNoPrint(letterHeight: Int, isFound: Bool) throws {
    let area = Self.signature
    let strokes = (0..<area.width).map { step in
      (x: area.x + step, y: area.y + abs(2 * (step % 80) - 80) * 76 / 80, w: 3, h: 4)
    }
    let gray = try Picture(grayOf: picture(width: 1000, height: 1000, black: strokes))
    let layout = try TextLineFinder().layout(of: gray)
    let print = (0..<5).map {
      FoundLine(
        box: PixelBox(x: 100, y: 50 + 50 * $0, width: 600, height: 30), letterHeight: 26,
        letters: 20)
    }
    let row = FoundLine(box: area.expanded(by: 5), letterHeight: letterHeight, letters: 4)
    let found = try StrokeFinder().strokes(
      in: layout.print, withRules: layout.ink, components: layout.components,
      lines: print + [row])
    #expect(found.isEmpty != isFound)
  }
}
