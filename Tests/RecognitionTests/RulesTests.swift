import Documents
import Testing

@testable import Recognition

@Suite struct RulesTests {
  /// A page turned by less than a degree keeps rules that lean by as much as a letter is wide.
  @Test func lettersBesideALeaningRuleStay() throws {
    let rule = (0..<15).map { (x: 100 + $0, y: 50 + 60 * $0, w: 3, h: 60) }
    let ends = [(x: 60, y: 48, w: 500, h: 3), (x: 60, y: 949, w: 500, h: 3)]
    let letters = (0..<20).map { (x: 108 + $0 * 44 / 60, y: 70 + 44 * $0, w: 12, h: 16) }
    let gray = try Picture(grayOf: picture(width: 700, height: 1000, black: rule + ends + letters))
    let layout = try TextLineFinder().layout(of: gray)
    for letter in letters {
      let box = PixelBox(x: letter.x, y: letter.y, width: letter.w, height: letter.h)
      #expect(10 * layout.print.inkCount(in: box) > 8 * box.area)
    }
    let middle = PixelBox(x: 107, y: 480, width: 2, height: 20)
    #expect(layout.print.inkCount(in: middle) == 0)
  }
}
