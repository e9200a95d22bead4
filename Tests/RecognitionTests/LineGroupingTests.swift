import Documents
import Testing

@testable import Recognition

@Suite struct LineGroupingTests {
  /// Letters 12 × 20 pixels in steps of 16 from `x`, on the base line `y`, falling by `slope`.
  private func row(x: Int, y: Int, count: Int, slope: Double = 0) -> [PixelBox] {
    (0..<count).map { index in
      PixelBox(
        x: x + 16 * index, y: y - 20 + Int(slope * Double(16 * index)), width: 12, height: 20)
    }
  }

  private func lines(_ components: [PixelBox]) -> [PixelBox] {
    LineGrouping(components: components, pageSize: 1000) { _ in 0 }.lines.map(\.box)
  }

  @Test func lettersInARowAreALine() {
    #expect(
      lines(row(x: 50, y: 100, count: 10)) == [PixelBox(x: 50, y: 80, width: 156, height: 20)])
  }

  @Test func aSlopeOfTwoDegreesKeepsTheLineWhole() {
    #expect(lines(row(x: 50, y: 100, count: 50, slope: 0.035)).count == 1)
  }

  @Test func aWideGapSplitsColumns() {
    let row = row(x: 50, y: 100, count: 10) + row(x: 290, y: 100, count: 10)
    #expect(lines(row).map(\.x) == [50, 290])
  }

  @Test func theGapBetweenWordsDoesNot() {
    #expect(lines(row(x: 50, y: 100, count: 10) + row(x: 240, y: 100, count: 10)).count == 1)
  }

  @Test func marksAboveAndBelowBelongToTheirLetters() {
    let accents = [
      PixelBox(x: 82, y: 72, width: 10, height: 5), PixelBox(x: 84, y: 64, width: 7, height: 6),
      PixelBox(x: 120, y: 103, width: 4, height: 4),
    ]
    let lines = lines(row(x: 50, y: 100, count: 10) + accents + row(x: 50, y: 150, count: 10))
    #expect(
      lines == [
        PixelBox(x: 50, y: 64, width: 156, height: 43),
        PixelBox(x: 50, y: 130, width: 156, height: 20),
      ])
  }

  @Test func aLeaderIsNoText() {
    let dots = (0..<30).map { PixelBox(x: 230 + 10 * $0, y: 97, width: 3, height: 3) }
    let grouping = LineGrouping(components: row(x: 50, y: 100, count: 10) + dots, pageSize: 1000) {
      _ in 0
    }
    #expect(grouping.dots.count == 30)
    #expect(grouping.lines.map(\.box.maxX) == [206])
  }

  @Test func anEllipsisIsText() {
    let dots = (0..<3).map { PixelBox(x: 210 + 8 * $0, y: 97, width: 3, height: 3) }
    #expect(
      LineGrouping(components: row(x: 50, y: 100, count: 10) + dots, pageSize: 1000) { _ in 0 }
        .dots.isEmpty
    )
  }

  @Test func rowsComeFromTheTopAndEachFromTheLeft() {
    let components =
      row(x: 500, y: 102, count: 8) + row(x: 50, y: 200, count: 8) + row(x: 50, y: 100, count: 8)
    #expect(lines(components).map(\.x) == [50, 500, 50])
  }

  @Test(arguments: 0..<50)
  func isTotal(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let components = (0..<200).map { _ in
      PixelBox(x: next(800), y: next(900), width: 1 + next(60), height: 1 + next(60))
    }
    let grouping = LineGrouping(components: components, pageSize: 1000) { _ in 0 }
    for line in grouping.lines {
      #expect(!line.box.isEmpty && line.letterHeight > 0)
    }
  }
}
