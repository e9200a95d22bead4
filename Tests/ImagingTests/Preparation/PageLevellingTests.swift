import Documents
import Foundation
import Imaging
import TestSupport
import Testing

@Suite struct PageLevellingTests {
  /// A page of A4 at 100 dpi whose lines lean clockwise by `degrees`.
  private func leaningPage(degrees: Double, seed: UInt64) -> Sketch {
    var random = SplitMix64(seed: seed)
    let text = LetterText(
      lineCount: 26, width: 620, letterHeight: 9, pitch: 26, using: &random)
    let radians = degrees * .pi / 180
    var sketch = Sketch(width: 827, height: 1169, ground: 245)
    sketch.paint { point in
      let (x, y) = (point.x - 413.5, point.y - 584.5)
      let level = PixelPoint(
        x: x * cos(radians) + y * sin(radians) + 310,
        y: -x * sin(radians) + y * cos(radians) + 340)
      return text.isInk(level) ? 40 : nil
    }
    sketch.addNoise(6, using: &random)
    return sketch
  }

  @Test(arguments: [-4.7, -2.5, -0.8, -0.2, 0, 0.3, 1.1, 3.9, 5])
  func levelsLeaningLines(degrees: Double) throws {
    let page = try leaningPage(degrees: degrees, seed: UInt64(abs(degrees) * 10)).page(dpi: 100)
    let prepared = try PagePreparer().prepare(page)
    let region = try #require(prepared.regions.first)
    let start = region.toPage.map(PixelPoint(x: 0, y: 0))
    let end = region.toPage.map(PixelPoint(x: 1000, y: 0))
    let found = atan2(end.y - start.y, end.x - start.x) * 180 / .pi
    #expect(abs(found - degrees) <= 0.1, "found \(found)")
    #expect(prepared.turned == 0)
    #expect(region.shape == .sheet)
  }

  @Test(arguments: [0, 1, 2, 3])
  func bringsLinesAcross(quarterTurns: Int) throws {
    let page = try leaningPage(degrees: 1.5, seed: 7).page(dpi: 100)
      .turned(quarterTurns: quarterTurns)
    let prepared = try PagePreparer().prepare(page)
    #expect(prepared.turned == (quarterTurns % 2) * 90)
    #expect(prepared.page.height > prepared.page.width)
    let region = try #require(prepared.regions.first)
    #expect(region.image.height > region.image.width)
  }

  /// Print of 150 dpi and more is read as it is, but for scans of black and white.
  @Test func onlyScansOfTwoTonesAreEnlarged() throws {
    func width(isTwoTone: Bool) throws -> Int {
      var plane = GrayPlane(width: 1654, height: 2339, filledWith: isTwoTone ? 255 : 245)
      for row in stride(from: 200, to: 2100, by: 50) {
        for x in 200..<1450 where x % 15 < 7 {
          for y in row..<row + 16 { plane[x, y] = isTwoTone ? 0 : 40 }
        }
      }
      let page = try PageImage(grayBytes: plane.bytes, width: 1654, height: 2339, dpi: 200)
      return try #require(PagePreparer().prepareSheet(page).regions.first).image.width
    }
    #expect(try width(isTwoTone: false) == 1654)
    #expect(try width(isTwoTone: true) > 2400)
  }

  @Test func rightsAPageThatStandsOnItsHead() throws {
    let page = try leaningPage(degrees: 1.5, seed: 9).page(dpi: 100)
    let prepared = try PagePreparer().prepare(page)
    let before = try #require(prepared.regions.first)
    let righted = try prepared.righted(upsideDown: [true])
    let after = try #require(righted.regions.first)
    #expect(righted.turned == 180)
    // The same print stands at the opposite place of the region and of the page.
    let place = PixelPoint(x: 300, y: 200)
    let opposite = PixelPoint(
      x: Double(before.image.width) - 300, y: Double(before.image.height) - 200)
    let on = before.toPage.map(place)
    let onTurned = after.toPage.map(opposite)
    #expect(abs(onTurned.x - (Double(page.width) - on.x)) < 1e-6)
    #expect(abs(onTurned.y - (Double(page.height) - on.y)) < 1e-6)
  }
}
