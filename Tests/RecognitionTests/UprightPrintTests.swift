import Documents
import Imaging
import Testing

@testable import Recognition

@Suite struct UprightPrintTests {
  private func standsOnItsHead(_ image: PageImage, first count: Int = .max) throws -> Bool {
    let gray = try Picture(grayOf: image)
    let lines = try TextLineFinder().layout(of: gray).lines
    return try UprightPrint.standsOnItsHead(Array(lines.prefix(count)), of: gray)
  }

  /// More strokes and marks rise above the small letters of Vietnamese than fall below.
  @Test func lettersTellWhichWayAPageStands() throws {
    #expect(try !standsOnItsHead(fixture("paragraph")))
    #expect(try standsOnItsHead(fixture("paragraph").turned(quarterTurns: 2)))
  }

  /// A few lines, or bars that are no letters, prove nothing.
  @Test func littlePrintProvesNothing() throws {
    #expect(try !standsOnItsHead(fixture("paragraph").turned(quarterTurns: 2), first: 3))
    let bars = (0..<8).flatMap { row in
      (0..<40).map { (x: 40 + 24 * $0, y: 40 + 50 * row, w: 12, h: 22) }
    }
    #expect(try !standsOnItsHead(picture(width: 1_100, height: 480, black: bars)))
  }
}
