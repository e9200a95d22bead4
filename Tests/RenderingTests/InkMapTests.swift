import Testing

@testable import Rendering

@Suite struct InkMapTests {
  @Test func aReducedMapHasTheMeanOfEachSquare() {
    let map = InkMap(
      width: 5, height: 4, scale: 0.5,
      pixels: [
        0, 100, 200, 250, 9, 100, 200, 250, 100, 9, 8, 8, 0, 0, 9, 8, 8, 0, 0, 9,
      ])
    let half = map.halved()
    #expect((half.width, half.height) == (2, 2))
    #expect(half.scale == 0.25)
    #expect(half.pixels == [100, 200, 8, 0])
  }

  @Test func aMapSmallerThanASquareStaysAsItIs() {
    let map = InkMap(width: 2, height: 1, scale: 1, pixels: [1, 2])
    #expect(map.reduced(by: 3).pixels == [1, 2])
    #expect(map.reduced(by: 1).width == 2)
  }
}
