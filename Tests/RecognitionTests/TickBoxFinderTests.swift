import Documents
import Imaging
import Testing

@testable import Recognition

@Suite struct TickBoxFinderTests {
  /// The four sides of a square of 48 pixels (4 mm at 300 dpi), 3 pixels thick.
  private let square = [
    (x: 100, y: 100, w: 48, h: 3), (x: 100, y: 145, w: 48, h: 3), (x: 100, y: 100, w: 3, h: 48),
    (x: 145, y: 100, w: 3, h: 48),
  ]

  private func boxes(_ black: [(x: Int, y: Int, w: Int, h: Int)]) throws -> [Mark] {
    let gray = try Picture(grayOf: picture(width: 400, height: 300, black: black))
    let layout = try TextLineFinder().layout(of: gray)
    return try TickBoxFinder().tickBoxes(in: layout.ink, density: 300 / 25.4)
  }

  @Test func anEmptyBoxHoldsNoInk() throws {
    let found = try boxes(square)
    #expect(found.count == 1)
    let mark = try #require(found.first)
    #expect(abs(mark.box.midX - 124) < 3 && abs(mark.box.midY - 124) < 3)
    #expect(mark.ink < 0.02)
  }

  @Test func aTickIsInkInsideTheBorder() throws {
    // A stroke that leaves the box, as a hand does.
    let stroke = (0..<36).map { (x: 115 + $0, y: 135 - $0, w: 4, h: 4) }
    let mark = try #require(try boxes(square + stroke).first)
    #expect(mark.ink > 0.08)
  }

  @Test func aSquareWithAMissingSideIsNoBox() throws {
    #expect(try boxes(Array(square.dropLast())).isEmpty)
  }

  @Test func aLargeFrameIsNoBox() throws {
    let frame = [
      (x: 50, y: 50, w: 200, h: 3), (x: 50, y: 247, w: 200, h: 3), (x: 50, y: 50, w: 3, h: 200),
      (x: 247, y: 50, w: 3, h: 200),
    ]
    #expect(try boxes(frame).isEmpty)
  }

  @Test func aTickOverACornerHidesNoBox() throws {
    // A steep stroke that runs on along the right side and far above the box.
    let stroke = (0..<30).flatMap { step in
      [(x: 138 + step / 3, y: 130 - 2 * step, w: 6, h: 4)]
    }
    let short = (0..<16).map { (x: 118 + $0, y: 116 + $0, w: 5, h: 4) }
    let mark = try #require(try boxes(square + stroke + short).first)
    #expect(abs(mark.box.midX - 124) < 4 && abs(mark.box.midY - 124) < 4)
    #expect(mark.ink > 0.08)
  }

  @Test func aThickTickBeyondTheRightSideHidesNoBox() throws {
    let stroke = (0..<60).map { (x: 130 + $0 / 2, y: 143 - $0, w: 10, h: 4) }
    let short = (0..<24).map { (x: 106 + $0, y: 119 + $0, w: 10, h: 4) }
    let mark = try #require(try boxes(square + stroke + short).first)
    #expect(abs(mark.box.midX - 124) < 4 && abs(mark.box.midY - 124) < 4)
    #expect(mark.ink > 0.08)
  }

  @Test func aTickThatReachesTheRuleAboveHidesNoBox() throws {
    let stroke = (0..<30).flatMap { step in
      [(x: 138 + step / 3, y: 130 - 2 * step, w: 6, h: 4)]
    }
    let short = (0..<16).map { (x: 118 + $0, y: 116 + $0, w: 5, h: 4) }
    let rule = [(x: 10, y: 74, w: 380, h: 3)]
    let mark = try #require(try boxes(square + stroke + short + rule).first)
    #expect(abs(mark.box.midX - 124) < 4 && abs(mark.box.midY - 124) < 4)
    #expect(mark.ink > 0.08)
  }
}
