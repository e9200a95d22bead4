import Documents
import Testing

@testable import Recognition

/// Dots of leaders that touch print: 12 pt at 150 dpi, whose dots end two pixels below the feet.
@Suite struct FusedDotsTests {
  private static let (pitch, size, feet) = (8, 3, 48)

  private static func dot(_ index: Int) -> PixelBox {
    PixelBox(x: 100 + pitch * index, y: feet - 1, width: size, height: size)
  }

  /// Free dots 0 … 2 and 11 … 20; letters with broad feet stand over those between.
  private static func print() -> (
    ink: DrawnInk, leader: DottedLeaders.Leader, letters: [PixelBox]
  ) {
    var ink = DrawnInk()
    for index in 0...20 { ink.fill(dot(index)) }
    let letters = (0..<4).map {
      PixelBox(x: 122 + 16 * $0, y: 30, width: 14, height: feet + 2 - 30)
    }
    for letter in letters { ink.fill(PixelBox(x: letter.x, y: 30, width: 14, height: feet - 30)) }
    let free = (Array(0...2) + Array(11...20)).map(dot)
    return (ink, DottedLeaders.Leader(dots: free, pitch: Double(pitch), size: size), letters)
  }

  @Test func whatSticksOutBelowLettersGoes() {
    let (ink, leader, letters) = Self.print()
    let found = FusedDots(of: [leader], below: letters, slack: 0, ink: ink.share).boxes
    #expect(found.count == 8)
    for index in 3...10 {
      let dot = Self.dot(index)
      let below = PixelBox(x: dot.x, y: Self.feet, width: dot.width, height: dot.maxY - Self.feet)
      #expect(found.contains { $0.intersection(below) == below })
    }
    #expect(found.allSatisfy { $0.y >= Self.feet })
  }

  @Test func descendersAndMarksStay() {
    var (ink, leader, letters) = Self.print()
    let (descender, mark) = (Self.dot(5), Self.dot(8))
    ink.fill(PixelBox(x: descender.x, y: 40, width: 3, height: 18))
    // The dot below a letter hangs on nothing.
    for x in mark.x..<mark.maxX { for y in Self.feet..<mark.maxY { ink.pixels.remove([x, y]) } }
    ink.fill(PixelBox(x: mark.x, y: mark.maxY, width: 3, height: 3))
    let found = FusedDots(of: [leader], below: letters, slack: 0, ink: ink.share).boxes
    #expect(found.count == 6)
    #expect(!found.contains { $0.intersection(descender).area > 0 })
    #expect(!found.contains { $0.intersection(mark).area > 0 })
  }

  @Test func aCommaStays() {
    var (ink, leader, letters) = Self.print()
    let comma = PixelBox(x: Self.dot(0).x, y: Self.feet - 3, width: 3, height: 5)
    ink.fill(comma)
    leader.dots.removeAll { $0.x < 120 }
    letters.append(comma)
    let found = FusedDots(of: [leader], below: letters, slack: 0, ink: ink.share).boxes
    #expect(found.count == 8)
    #expect(!found.contains { $0.intersection(comma).area > 0 })
  }

  /// Dots that lie two pixels below the feet touch tails alone.
  @Test func whatReachesDownToALowLeaderStays() {
    let (_, leader, letters) = Self.print()
    var ink = DrawnInk()
    for dot in leader.dots { ink.fill(dot) }
    let tail = Self.dot(5)
    for letter in letters {
      ink.fill(PixelBox(x: letter.x, y: 25, width: 14, height: Self.feet - 3 - 25))
    }
    ink.fill(PixelBox(x: tail.x, y: 40, width: 3, height: tail.maxY - 40))
    #expect(FusedDots(of: [leader], below: letters, slack: 0, ink: ink.share).boxes.isEmpty)
  }

  @Test func aLeaderBesideItsValueTakesNothing() {
    var ink = DrawnInk()
    for index in 0...20 { ink.fill(Self.dot(index)) }
    let letter = PixelBox(x: 40, y: 30, width: 14, height: Self.feet - 30)
    ink.fill(letter)
    let leader = DottedLeaders.Leader(
      dots: (0...20).map(Self.dot), pitch: Double(Self.pitch), size: Self.size)
    #expect(FusedDots(of: [leader], below: [letter], slack: 0, ink: ink.share).boxes.isEmpty)
  }
}
