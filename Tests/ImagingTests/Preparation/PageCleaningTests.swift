import Documents
import Imaging
import TestSupport
import Testing

@Suite struct PageCleaningTests {
  /// What may stand on a page that nobody wrote on.
  enum Dirt: String, CaseIterable, Sendable {
    case nothing, noise, specks, borders, holes, shade
  }

  private func blankPage(_ dirt: Dirt) -> Sketch {
    var random = SplitMix64(seed: 11)
    // A4 at 150 dpi.
    var sketch = Sketch(width: 1240, height: 1754, ground: 244)
    switch dirt {
    case .nothing: break
    case .noise: sketch.addNoise(12, using: &random)
    case .specks:
      for _ in 0..<300 {
        let x = Int.random(in: 0..<1240, using: &random)
        let y = Int.random(in: 0..<1754, using: &random)
        sketch.fill(PixelBox(x: x, y: y, width: 2, height: 1), with: 60)
      }
    case .borders:
      sketch.fill(PixelBox(x: 0, y: 0, width: 30, height: 1754), with: 15)
      sketch.fill(PixelBox(x: 0, y: 1730, width: 1240, height: 24), with: 15)
    case .holes:
      for middle in [500.0, 972.0] {
        sketch.paint { point in
          let (x, y) = (point.x - 70, point.y - middle)
          return x * x + y * y < 18 * 18 ? 20 : nil
        }
      }
    case .shade: sketch.paint { UInt8(244 - $0.x / 12) }
    }
    return sketch
  }

  @Test(arguments: Dirt.allCases)
  func findsNothingOnABlankPage(dirt: Dirt) throws {
    let prepared = try PagePreparer().prepare(try blankPage(dirt).page(dpi: 150))
    #expect(prepared.regions.isEmpty)
  }

  @Test(arguments: Dirt.allCases)
  func keepsAPageWithThreeLines(dirt: Dirt) throws {
    var random = SplitMix64(seed: 12)
    let text = LetterText(lineCount: 3, width: 600, letterHeight: 13, pitch: 40, using: &random)
    var sketch = blankPage(dirt)
    sketch.paint { text.isInk(PixelPoint(x: $0.x - 300, y: $0.y - 400)) ? 40 : nil }
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 150))
    #expect(prepared.regions.map(\.shape) == [.sheet])
    #expect(prepared.turned == 0)
  }

  @Test(arguments: [Dirt.borders, .holes])
  func whitensWhatTheScannerAdded(dirt: Dirt) throws {
    var random = SplitMix64(seed: 13)
    let text = LetterText(lineCount: 20, width: 800, letterHeight: 13, pitch: 40, using: &random)
    var sketch = blankPage(dirt)
    sketch.paint { text.isInk(PixelPoint(x: $0.x - 200, y: $0.y - 300)) ? 40 : nil }
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 150))
    let region = try #require(prepared.regions.first)
    let bytes = region.image.grayBytes()
    let scale = Double(region.image.width) / 1240
    // Left of the text stood the border or the holes.
    var darkest: UInt8 = 255
    for y in 0..<region.image.height {
      for x in 0..<Int(150 * scale) { darkest = min(darkest, bytes[y * region.image.width + x]) }
    }
    #expect(darkest > 200)
  }

  @Test func makesShadedPaperWhiteAndFaintPrintDark() throws {
    var random = SplitMix64(seed: 14)
    let text = LetterText(lineCount: 30, width: 900, letterHeight: 13, pitch: 40, using: &random)
    var sketch = Sketch(width: 1240, height: 1754)
    sketch.paint { point in
      let paper = 235 - point.x / 11
      let isInk = text.isInk(PixelPoint(x: point.x - 170, y: point.y - 200))
      return UInt8(isInk ? paper * 0.5 : paper)
    }
    let prepared = try PagePreparer().prepare(try sketch.page(dpi: 150))
    let region = try #require(prepared.regions.first)
    let sorted = region.image.grayBytes().sorted()
    #expect(sorted[sorted.count / 100] < 40)
    #expect(sorted[sorted.count / 4] > 240)
  }
}
