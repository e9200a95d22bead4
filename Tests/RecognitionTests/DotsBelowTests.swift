import Documents
import Testing

@testable import Recognition

/// Dots below letters on dots of a leader: 12 pt at 300 dpi, whose leader lies four pixels below the feet.
@Suite struct DotsBelowTests {
  private static let (pitch, size, feet) = (16, 6, 96)

  private static func dot(_ index: Int) -> PixelBox {
    PixelBox(x: 200 + pitch * index, y: feet + 4, width: size, height: size)
  }

  private static let leader = DottedLeaders.Leader(
    dots: (0...20).map(dot), pitch: Double(pitch), size: size)

  /// Letters over the dots 2, 4, 6 and 8.
  private static let letters = [2, 4, 6, 8].map {
    PixelBox(x: dot($0).x - 8, y: feet - 36, width: 22, height: 36)
  }

  private static func ink() -> DrawnInk {
    var ink = DrawnInk()
    for box in leader.dots + letters { ink.fill(box) }
    return ink
  }

  private static func found(in ink: DrawnInk) -> [PixelBox] {
    DotsBelow(in: [leader], below: letters, ink: ink.count).boxes
  }

  @Test func theDotsOfALeaderAreNone() {
    #expect(Self.found(in: Self.ink()).isEmpty)
  }

  /// The mark is a little larger than the dot, and stands a little off it.
  @Test(arguments: [(-2, -1, 7), (1, -2, 7), (0, 0, 8)])
  func whatIsLargerThanADotIsAMark(x: Int, y: Int, side: Int) {
    var ink = Self.ink()
    let dot = Self.dot(4)
    ink.fill(PixelBox(x: dot.x + x, y: dot.y + y, width: side, height: side))
    let found = Self.found(in: ink)
    #expect(found.count == 1)
    #expect(found.first?.intersection(dot) == dot)
  }

  /// Of a faint leader only some pixels of each dot are dark, and of some dots twice as many.
  @Test func dotsOfAFaintLeaderThatDifferAreNone() {
    var ink = DrawnInk()
    for box in Self.letters { ink.fill(box) }
    let dots = (0...20).map { index in
      let dot = Self.dot(index)
      return PixelBox(x: dot.x, y: dot.y, width: 2, height: index.isMultiple(of: 4) ? 2 : 1)
    }
    for dot in dots { ink.fill(dot) }
    let leader = DottedLeaders.Leader(dots: dots, pitch: Double(Self.pitch), size: 2)
    #expect(DotsBelow(in: [leader], below: Self.letters, ink: ink.count).boxes.isEmpty)
  }

  @Test func aBlotBesideLettersIsNoMark() {
    var ink = Self.ink()
    let dot = Self.dot(12)
    ink.fill(PixelBox(x: dot.x - 1, y: dot.y - 1, width: 9, height: 9))
    #expect(Self.found(in: ink).isEmpty)
  }

  /// The tail of a letter that ends at a dot is the letter's.
  @Test func whatHangsOnALetterIsNoMark() {
    var ink = Self.ink()
    let dot = Self.dot(6)
    ink.fill(PixelBox(x: dot.x, y: Self.feet - 2, width: 6, height: dot.maxY - Self.feet + 2))
    #expect(Self.found(in: ink).isEmpty)
  }
}
