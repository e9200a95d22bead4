import Documents
import Testing

@testable import Recognition

@Suite struct ListPrintTests {
  private func word(_ text: String, x: Int, y: Int, height: Int = 40) -> TextWord {
    TextWord(
      text: text, box: PixelBox(x: x, y: y, width: 80, height: height), confidence: 0.95)
  }

  /// A word that the engine's layout gives two rows would draw the other row's words to its line.
  @Test func aTallWordKeepsToItsRow() {
    let words = [
      word("soát", x: 300, y: 500), word("thủ", x: 400, y: 502),
      word("liên", x: 500, y: 440, height: 100),
    ]
    let levelled = ListPrint.levelled(words)
    #expect(levelled.map(\.text) == ["soát", "thủ", "liên"])
    #expect(levelled[2].box == PixelBox(x: 500, y: 500, width: 80, height: 42))
    #expect(ListPrint.levelled(Array(words.suffix(2))) == Array(words.suffix(2)))
  }

  @Test func aTallWordOverItsOwnPrintIsDropped() {
    let row = [word("Báo", x: 300, y: 500), word("Đài", x: 400, y: 500)]
    let ghost = [
      word("Đài", x: 395, y: 465, height: 72), word("Chánh", x: 600, y: 450, height: 99),
    ]
    var lines = [row, ghost].map { words in
      TextLine(box: PixelBox.union(of: words.map(\.box)) ?? words[0].box, words: words)
    }
    let area = PixelBox(x: 250, y: 400, width: 700, height: 400)
    ListPrint.dropTall(from: &lines, in: area)
    #expect(lines.map(\.text) == ["Báo Đài", "Chánh"])
  }
}
