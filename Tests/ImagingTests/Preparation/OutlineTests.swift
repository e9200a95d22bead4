import Documents
import Foundation
import Imaging
import TestSupport
import Testing

@Suite struct OutlineTests {
  /// A card or sheet with strokes on it, seen through a random perspective on a noisy table.
  private func photograph(aspect: Double, letterShare: Double, seed: UInt64) throws
    -> (page: PageImage, corners: [PixelPoint])
  {
    var random = SplitMix64(seed: seed)
    let (width, height) = (1000.0, 750.0)
    let cardWidth =
      min(width * 0.9, height * 0.85 * aspect) * Double.random(in: 0.75...0.95, using: &random)
    let cardHeight = cardWidth / aspect
    let angle = Double.random(in: -6...6, using: &random) * .pi / 180
    let shift = cardWidth * 0.03
    let corners = [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { u, v in
      let x = u * cardWidth + Double.random(in: -shift...shift, using: &random)
      let y = v * cardHeight + Double.random(in: -shift...shift, using: &random)
      return PixelPoint(
        x: width / 2 + x * cos(angle) - y * sin(angle),
        y: height / 2 + x * sin(angle) + y * cos(angle))
    }
    let plane = Quadrilateral(width: cardWidth, height: cardHeight).corners
    let flat = try #require(Homography(from: corners, to: plane))
    let letter = cardWidth * letterShare
    let text = LetterText(
      lineCount: Int(cardHeight * 0.7 / (letter * 2.6)), width: cardWidth * 0.6,
      letterHeight: letter, pitch: letter * 2.6, using: &random)
    let ground = UInt8.random(in: 60...150, using: &random)
    let radius = aspect > 1.5 ? cardWidth * 0.037 : 0
    var sketch = Sketch(width: Int(width), height: Int(height), ground: ground)
    sketch.paint { point in
      let on = flat.map(point)
      guard on.x > 0, on.y > 0, on.x < cardWidth, on.y < cardHeight else { return nil }
      // Rounded corners.
      let (dx, dy) = (
        max(0, radius - min(on.x, cardWidth - on.x)), max(0, radius - min(on.y, cardHeight - on.y))
      )
      guard dx * dx + dy * dy <= radius * radius else { return nil }
      let inText = PixelPoint(x: on.x - cardWidth * 0.2, y: on.y - cardHeight * 0.15)
      let shade = 1 - 0.25 * on.x / cardWidth
      return UInt8((text.isInk(inText) ? 45 : 225) * shade)
    }
    sketch.addNoise(10, using: &random)
    return (try sketch.page(), corners)
  }

  @Test(arguments: UInt64(0)..<6)
  func findsACardOnATable(seed: UInt64) throws {
    let (page, corners) = try photograph(aspect: 1.586, letterShare: 0.02, seed: seed)
    let region = try #require(try PagePreparer().prepare(page).regions.first)
    #expect(region.shape == .card)
    expect(region, near: corners)
  }

  @Test(arguments: UInt64(100)..<104)
  func findsASheetOnATable(seed: UInt64) throws {
    let (page, corners) = try photograph(aspect: 1.414, letterShare: 0.009, seed: seed)
    let region = try #require(try PagePreparer().prepare(page).regions.first)
    #expect(region.shape == .sheet)
    expect(region, near: corners)
  }

  @Test func findsTwoCardsOnAScannedPage() throws {
    var random = SplitMix64(seed: 3)
    // A4 at 150 dpi with two cards of 85.6 x 53.98 mm, one slightly askew.
    var sketch = Sketch(width: 1240, height: 1754, ground: 250)
    let text = LetterText(lineCount: 6, width: 300, letterHeight: 11, pitch: 36, using: &random)
    for (top, degrees) in [(200.0, 0.0), (800.0, 2.0)] {
      let radians = degrees * .pi / 180
      sketch.paint { point in
        let (x, y) = (point.x - 300, point.y - top)
        let on = PixelPoint(
          x: x * cos(radians) + y * sin(radians), y: -x * sin(radians) + y * cos(radians))
        guard on.x > 0, on.y > 0, on.x < 505.5, on.y < 318.8 else { return nil }
        return text.isInk(PixelPoint(x: on.x - 150, y: on.y - 60)) ? 40 : 205
      }
    }
    sketch.addNoise(4, using: &random)
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 150))
    #expect(prepared.regions.map(\.shape) == [.card, .card])
    let tops = prepared.regions.map { $0.toPage.map(PixelPoint(x: 0, y: 0)).y }
    #expect(zip(tops, [200.0, 800.0]).allSatisfy { abs($0 - $1) < 3 }, "\(tops)")
    #expect(prepared.turned == 0)
  }

  @Test func takesAPictureOfCardSizeForTheCard() throws {
    var random = SplitMix64(seed: 5)
    let text = LetterText(lineCount: 8, width: 600, letterHeight: 20, pitch: 60, using: &random)
    var sketch = Sketch(width: 1011, height: 638, ground: 215)
    sketch.paint { text.isInk(PixelPoint(x: $0.x - 320, y: $0.y - 90)) ? 40 : nil }
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 300))
    #expect(prepared.regions.map(\.shape) == [.card])
  }

  @Test(arguments: [0, 1])
  func takesNoCellsOfATableForACard(column: Int) throws {
    var random = SplitMix64(seed: 11)
    // A4 at 150 dpi; some of the cells together are as large as a card of 85.6 x 53.98 mm.
    var sketch = Sketch(width: 1240, height: 1754, ground: 250)
    let columns = [[120, 250, 420, 626, 805, 1120], [120, 240, 380, 520, 885, 1120]][column]
    let rows = [300, 360, 440, 520, 619, 700, 780, 860]
    for row in rows.dropLast() {
      for left in columns.dropLast() {
        for letter in 0..<Int.random(in: 2...6, using: &random) {
          sketch.fill(
            PixelBox(x: left + 10 + 14 * letter, y: row + 20, width: 9, height: 13), with: 50)
        }
      }
    }
    for x in columns { sketch.fill(PixelBox(x: x, y: 300, width: 3, height: 560), with: 20) }
    for y in rows { sketch.fill(PixelBox(x: 120, y: y, width: 1003, height: 3), with: 20) }
    sketch.addNoise(4, using: &random)
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 150))
    #expect(prepared.regions.map(\.shape) == [.sheet])
  }

  /// The first columns of a short table end where it ends, so that only two of their sides go on.
  @Test(arguments: [-2.2, 0, 1.3], [5, 10])
  func takesNoColumnsOfAShortTableForACard(degrees: Double, ground: Int) throws {
    var random = SplitMix64(seed: 12)
    var sketch = Sketch(width: 1240, height: 1754, ground: 245)
    let columns = [110, 165, 345, 480, 611, 690, 890, 1000, 1140].map(Double.init)
    let rows = [300, 345, 375, 430, 500, 560, 619].map(Double.init)
    let turn = degrees * .pi / 180
    let letters = rows.dropLast().flatMap { row in
      columns.dropLast().map {
        (x: $0 + 8, y: row + 12, count: Int.random(in: 2...6, using: &random))
      }
    }
    sketch.paint { point in
      let (u, v) = (point.x - 620, point.y - 450)
      let (x, y) = (620 + u * cos(turn) + v * sin(turn), 450 - u * sin(turn) + v * cos(turn))
      guard x > 108, x < 1143, y > 298, y < 622 else { return nil }
      let isRule =
        columns.contains { abs(x - $0) < 1.6 } || rows.contains { abs(y - $0) < 1.6 }
      let isLetter = letters.contains {
        let along = x - $0.x
        return y > $0.y && y < $0.y + 13 && along > 0 && along < Double(14 * $0.count)
          && along.truncatingRemainder(dividingBy: 14) < 9
      }
      return isRule ? 20 : isLetter ? 50 : UInt8(245 - ground)
    }
    sketch.addNoise(4, using: &random)
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 150))
    #expect(prepared.regions.map(\.shape) == [.sheet])
  }

  /// Expects the region's corners within 0.8 % of its length of `corners`, in any turning order.
  private func expect(_ region: PreparedRegion, near corners: [PixelPoint]) {
    let (width, height) = (Double(region.image.width), Double(region.image.height))
    let found = Quadrilateral(width: width, height: height).corners.map(region.toPage.map)
    let error = Quadrilateral(corners: found)
      .largestCornerDistance(to: Quadrilateral(corners: corners))
    #expect(error < 0.008 * Quadrilateral(corners: corners).meanWidth, "off by \(error) pixels")
  }
}
