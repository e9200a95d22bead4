import Documents
import Testing

@testable import Recognition

@Suite struct PagePartsTests {
  /// A line of letters 20 pixels high on the row with this index of a page 1000 pixels wide.
  private func line(_ row: Int, x: Int = 100, width: Int = 800, letterHeight: Int = 20) -> FoundLine
  {
    FoundLine(
      box: PixelBox(x: x, y: 40 + 50 * row, width: width, height: 30), letterHeight: letterHeight,
      letters: width / 20)
  }

  private func parts(_ lines: [FoundLine]) -> [PageParts.Part] {
    PageParts(of: lines, width: 1000, height: 1400).parts
  }

  @Test func textBetweenAHeadAndAFootIsAPart() {
    let head = [line(0, width: 300), line(0, x: 500, width: 400), line(1, x: 350, width: 200)]
    let foot = [line(12, width: 250), line(12, x: 600, width: 250)]
    let parts = parts(head + (2..<12).map { line($0) } + foot)
    #expect(parts.map(\.isRunningText) == [false, true, false])
    #expect(parts.map(\.area.y) == [0, 130, 630])
    #expect(parts.map(\.area.maxY) == [130, 630, 1400])
    #expect(parts[1].area.x == 4)
    #expect(parts[1].area.maxX == 996)
  }

  @Test func shortLinesWithinTheTextBelongToIt() {
    let lines = (0..<10).map { line($0, width: $0 % 3 == 1 ? 300 : 800) }
    #expect(parts(lines).map(\.isRunningText) == [true])
  }

  @Test func rowsOfATableDoNot() {
    let table = (5..<9).flatMap { [line($0, width: 300), line($0, x: 500, width: 300)] }
    let lines = (0..<5).map { line($0) } + table + (9..<14).map { line($0) }
    #expect(parts(lines).map(\.isRunningText) == [true, false, true])
  }

  @Test func otherPrintAndAWideGapEndTheText() {
    #expect(parts((0..<4).map { line($0) } + (6..<10).map { line($0) }).count == 1)
    let large = line(4, letterHeight: 40)
    #expect(parts((0..<4).map { line($0) } + [large] + (5..<9).map { line($0) }).count == 1)
  }

  @Test func rowsThatReachIntoEachOtherAreNotCutApart() {
    var title = line(0, x: 350, width: 300)
    title.box.height = 55
    let parts = parts([title] + (1..<8).map { line($0) })
    #expect(parts.map(\.isRunningText) == [false, true])
    #expect(parts[1].area.y == 130)
  }

  /// Number and date stand nearly at one height: the engine's layout makes one line of them.
  @Test func whatStandsSideBySideIsTwoLines() {
    func word(_ text: String, x: Int) -> TextWord {
      TextWord(
        text: text, box: PixelBox(x: x, y: 42, width: 80, height: 26), confidence: 0.9)
    }
    let words = [
      word("Số:", x: 100), word("15/SYT", x: 200), word("ngày", x: 600), word("04", x: 700),
    ]
    let columns = [line(0, width: 300), line(0, x: 580, width: 300)]
    #expect(
      SheetTextReader.parted(words, like: columns).map { $0.map(\.text) }
        == [["Số:", "15/SYT"], ["ngày", "04"]])
    #expect(SheetTextReader.parted(words, like: [line(0)]).count == 1)
    #expect(SheetTextReader.parted(words, like: []).count == 1)
  }

  @Test func aPageWithoutPrintHasNoParts() { #expect(parts([]).isEmpty) }
}
