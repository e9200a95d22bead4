import Documents
import Testing

@testable import Extraction

/// How lines of a card are parted and kept, on the places that drawn cards have.
@Suite("Reading page")
struct ReadingPageTests {
  /// A line of words of `letter` pixels a letter, `space` pixels apart, from `x` on.
  private func line(
    _ text: String, x: Int, y: Int, letter: Int = 12, space: Int = 9, confidence: Double = 0.95
  ) -> TextLine {
    var left = x
    let words = text.split(separator: " ").map { word in
      let box = PixelBox(x: left, y: y, width: word.count * letter, height: 28)
      left = box.maxX + space
      return TextWord(text: String(word), box: box, confidence: confidence)
    }
    return TextLine(
      box: PixelBox(x: x, y: y, width: left - space - x, height: 28), words: words)
  }

  private func texts(_ lines: [TextLine]) -> [String] {
    let region = RegionReading(shape: .card, width: 1040, height: 656, lines: lines)
    return ReadingPage(region, lines: lines).segments.map { segment in
      segment.words.map(\.text).joined(separator: " ")
    }
  }

  @Test("Typed words stand apart without being columns")
  func typedWords() {
    let value = line("Nốt ruồi cách 2cm dưới sau tai", x: 307, y: 174, space: 20)
    let third = value.words[2].box.x
    let lines = [
      line("DẤU VẾT RIÊNG", x: third, y: 118), value, line("GIÁM ĐỐC CÔNG AN", x: third, y: 352),
      line("CÔNG AN TỈNH", x: third, y: 420),
    ]
    #expect(texts(lines).contains("Nốt ruồi cách 2cm dưới sau tai"))
  }

  @Test("A wider space beside a column's edge begins no column")
  func wordNearAColumn() {
    let start = line("Nơi sinh: Trung tâm Y", x: 31, y: 300)
    // As behind the slanting strokes of a Y, in print that was scanned at 300 dpi.
    let rest = line("tế, Xã Nhị Long, Huyện Càng Long", x: start.box.maxX + 17, y: 300)
    let value = TextLine(box: start.box.union(rest.box), words: start.words + rest.words)
    let column = (0..<3).map { line("Dân tộc: Kinh", x: rest.box.x - 13, y: 100 + 60 * $0) }
    #expect(
      texts(column + [value]).contains("Nơi sinh: Trung tâm Y tế, Xã Nhị Long, Huyện Càng Long"))
  }

  @Test("What stands below the picture ends where the column of values begins")
  func columnBesidePicture() {
    let labels = (0..<5).map { line("Họ và tên của người", x: 325, y: 100 + 60 * $0) }
    let expiry = line("Có giá trị đến Mãi", x: 31, y: 560)
    let rest = line("Sơn Dương, Tuyên Quang", x: 325, y: 560)
    let merged = TextLine(
      box: expiry.box.union(rest.box), words: expiry.words + rest.words)
    #expect(texts(labels + [merged]).suffix(2) == ["Có giá trị đến Mãi", "Sơn Dương, Tuyên Quang"])
  }

  @Test("The last word of a value is kept, ornaments are not")
  func lastWord() {
    let value = line("Nguyên quán: Tân Thượng, Văn Bàn, Lào", x: 328, y: 406)
    let last = line("Cai", x: 327, y: 469, confidence: 0.62)
    let ornament = line("Cai", x: 160, y: 469, confidence: 0.62)
    let kept = texts([value, last, ornament])
    #expect(kept.count { $0 == "Cai" } == 1)
  }
}
