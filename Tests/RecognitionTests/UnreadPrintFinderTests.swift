import Documents
import Testing

@testable import Recognition

@Suite struct UnreadPrintFinderTests {
  /// Letters from `x` on in the row at `y`.
  private func letters(_ count: Int, x: Int, y: Int, height: Int = 30)
    -> [(x: Int, y: Int, w: Int, h: Int)]
  {
    (0..<count).map { (x: x + 30 * $0, y: y, w: 16, h: height) }
  }

  /// The marks on a page with three rows of ten letters, all read, and with `others`.
  private func marks(
    with others: [(x: Int, y: Int, w: Int, h: Int)], known: [Mark] = []
  ) throws -> [Mark] {
    let rows = (0..<3).map { 100 + 100 * $0 }
    let black = rows.flatMap { letters(10, x: 100, y: $0) } + others
    let layout = try TextLineFinder().layout(
      of: try Picture(grayOf: picture(width: 800, height: 600, black: black)))
    let words = rows.map { PixelBox(x: 100, y: $0, width: 290, height: 30) }
    return UnreadPrintFinder().print(in: layout, words: words, marks: known)
  }

  @Test func leavesWhatWasReadAlone() throws {
    #expect(try marks(with: []).isEmpty)
  }

  @Test func findsAWordThatNobodyRead() throws {
    let found = try marks(with: letters(2, x: 560, y: 200))
    let mark = try #require(found.first)
    #expect(found.count == 1 && mark.shape == .unread)
    #expect(PixelBox(x: 555, y: 195, width: 60, height: 40).intersection(mark.box) == mark.box)
  }

  /// Specks, leaders, rules and what is a mark already hold no value.
  @Test func takesNothingElseForAWord() throws {
    #expect(try marks(with: letters(1, x: 560, y: 200)).isEmpty)
    #expect(try marks(with: letters(5, x: 560, y: 225, height: 5)).isEmpty)
    #expect(try marks(with: [(x: 400, y: 230, w: 380, h: 3)]).isEmpty)
    let stroke = Mark(
      shape: .stroke, box: PixelBox(x: 500, y: 150, width: 200, height: 100), ink: 0.1)
    #expect(try marks(with: letters(2, x: 560, y: 200), known: [stroke]).isEmpty)
  }
}
