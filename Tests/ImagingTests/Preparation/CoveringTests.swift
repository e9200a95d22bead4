import Documents
import Foundation
import Imaging
import TestSupport
import Testing

@Suite struct CoveringTests {
  /// What lies over the middle of a drawn card.
  enum Thing: CaseIterable { case nothing, bar, slip, glare, finger }

  /// A gray card with lines of strokes and a portrait on a dark table, 1,000 pixels wide, with
  /// `thing` over its number, turned by `angle` degrees.
  private func scan(_ thing: Thing, angle: Double, seed: UInt64) throws -> PageImage {
    var random = SplitMix64(seed: seed)
    let (cardWidth, cardHeight) = (1000.0, 630.0)
    let text = LetterText(
      lineCount: 7, width: 560, letterHeight: 24, pitch: 60, using: &random)
    var sketch = Sketch(width: 1200, height: 830, ground: 60)
    let turn = angle * .pi / 180
    sketch.paint { point in
      let (x, y) = (point.x - 100, point.y - 100)
      guard x > 0, y > 0, x < cardWidth, y < cardHeight else { return nil }
      // About the middle of the thing that lies there.
      let (dx, dy) = (x - 600, y - 250)
      let (u, v) = (dx * cos(turn) + dy * sin(turn), dy * cos(turn) - dx * sin(turn))
      switch thing {
      case .nothing: break
      case .bar: if abs(u) < 270, abs(v) < 26 { return 25 }
      case .slip: if abs(u) < 220, abs(v) < 40 { return 252 }
      case .glare:
        let radius = (u * u / 250 / 250 + v * v / 100 / 100).squareRoot()
        if radius < 1 { return UInt8(min(255, 215 + 90 * (1 - radius))) }
      case .finger: if u > 0, abs(v) < 70 { return 70 }
      }
      let (left, top) = (x - 60, y - 200)
      if left > 0, left < 220, top > 0, top < 300 {
        let isHead = (left - 110) * (left - 110) + (top - 120) * (top - 120) < 5000
        return isHead || top > 240 ? 50 : 235
      }
      return text.isInk(PixelPoint(x: x - 360, y: y - 160)) ? 45 : 215
    }
    sketch.addNoise(6, using: &random)
    return try sketch.page(dpi: 300)
  }

  @Test(arguments: Thing.allCases, [-4.0, 0, 3])
  func tellsWhatLiesOverACard(thing: Thing, angle: Double) throws {
    let page = try scan(thing, angle: angle, seed: 7)
    let region = try #require(try PagePreparer().prepare(page).regions.first)
    #expect(region.shape == .card)
    let covers = region.quality.hiddenAreas
    #expect(covers.isEmpty == [.nothing, .glare].contains(thing))
    for cover in covers {
      let middle = Double(cover.midX) / Double(region.image.width)
      #expect((0.5...0.85).contains(middle))
    }
  }
}
