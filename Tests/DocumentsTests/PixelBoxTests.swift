import Documents
import Testing

@Suite struct PixelBoxTests {
  @Test func liesWithinAnAreaAndBack() {
    let area = PixelBox(x: 100, y: 40, width: 300, height: 200)
    let box = PixelBox(x: 130, y: 30, width: 20, height: 50)
    #expect(box.relative(to: area) == PixelBox(x: 30, y: -10, width: 20, height: 50))
    #expect(box.relative(to: area).placed(in: area) == box)
  }
}
