import Documents
import Testing

@testable import Recognition

@Suite struct PenStrokesTests {
  private static let density = 8.0
  /// Letters of a name: stems with room between them.
  private static let stems = (0..<12).map { (x: 60 + 30 * $0, y: 80, w: 8, h: 40) }

  private func ink(_ gray: borrowing Picture, in box: PixelBox) throws -> Int {
    try TextLineFinder().layout(of: gray).ink.inkCount(in: box)
  }

  /// A long thin stroke goes where nothing else is, rising or falling as it may, and the letters that it
  /// crosses stay.
  @Test(arguments: [0, 1, -1]) func aStrokeIsTakenOffAName(rise: Int) throws {
    let stroke = (0..<400).map { (x: 40 + $0, y: 100 + rise * $0 / 12, w: 1, h: 3) }
    let gray = try Picture(
      grayOf: picture(width: 500, height: 200, black: Self.stems + stroke))
    let behind = PixelBox(x: 400, y: 50, width: 40, height: 100)
    #expect(try ink(gray, in: behind) > 80)
    let isFound = PenStrokes.erase(from: gray, density: Self.density)
    #expect(isFound)
    #expect(try ink(gray, in: behind) < 15)
    for stem in Self.stems {
      let box = PixelBox(x: stem.x, y: stem.y, width: stem.w, height: stem.h)
      #expect(try 10 * ink(gray, in: box) > 9 * stem.w * stem.h)
    }
  }

  /// Strokes of letters, and the serifs under them, are none of a pen.
  @Test func printIsNoStroke() throws {
    let serifs = Self.stems.map { (x: $0.x - 6, y: 118, w: 20, h: 2) }
    let gray = try Picture(
      grayOf: picture(
        width: 500, height: 200, black: Self.stems + serifs + [(x: 60, y: 80, w: 40, h: 3)]))
    let isFound = PenStrokes.erase(from: gray, density: Self.density)
    #expect(!isFound)
  }
}
