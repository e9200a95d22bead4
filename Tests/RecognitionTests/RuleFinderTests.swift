import Documents
import Testing

@testable import Recognition

@Suite struct RuleFinderTests {
  private func rules(_ black: [(x: Int, y: Int, w: Int, h: Int)]) throws -> [Mark] {
    let gray = try Picture(grayOf: picture(width: 800, height: 1000, black: black))
    return try RuleFinder().rules(in: try TextLineFinder().layout(of: gray).ink)
  }

  @Test func findsTheRulesOfATable() throws {
    let lying = (0...4).map { (x: 100, y: 200 + 80 * $0, w: 600, h: 3) }
    let upright = (0...5).map { (x: 100 + 120 * $0, y: 200, w: 3, h: 323) }
    let found = try rules(lying + upright)
    #expect(found.count(where: { $0.box.width > $0.box.height }) == 5)
    #expect(found.count(where: { $0.box.height > $0.box.width }) == 6)
  }

  @Test func theFrameOfOneBoxIsNoTable() throws {
    let frame = [
      (x: 100, y: 200, w: 600, h: 3), (x: 100, y: 260, w: 600, h: 3), (x: 100, y: 200, w: 3, h: 63),
      (x: 697, y: 200, w: 3, h: 63),
    ]
    #expect(try rules(frame).isEmpty)
  }
}
