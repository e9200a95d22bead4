import Documents
import Rendering
import Testing

@testable import TextLayers

@Suite struct LayerLineTests {
  private func line(_ text: String) -> LayerLine {
    var left = 0
    return LayerLine(
      words: text.split(separator: " ").map { word in
        let width = 10 * word.count
        defer { left += width + 5 }
        return .init(
          text: String(word), box: PixelBox(x: left, y: 0, width: width, height: 20), font: 0)
      })
  }

  @Test func aPieceHasTheDigitsOfItsLine() {
    let text = "Căn cứ Nghị định số 118/2008 ngày 27 tháng 11 năm 2008 của Chính phủ quy định"
    #expect(line(text).piece(of: 24).text == "118/2008 ngày 27 tháng 11 năm 2008 của")
  }

  @Test func aPieceIsLittleLongerThanAskedFor() {
    let whole = line("chức năng nhiệm vụ quyền hạn và cơ cấu tổ chức của các đơn vị sự nghiệp")
    let piece = whole.piece(of: 20)
    #expect((20...26).contains(piece.letters))
    #expect(whole.text.contains(piece.text))
  }

  @Test(arguments: ["", "Điều 1.", "Bộ trưởng"])
  func aShortLineStaysWhole(text: String) {
    #expect(line(text).piece(of: 24).text == text)
  }
}
