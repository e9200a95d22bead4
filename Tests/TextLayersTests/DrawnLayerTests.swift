import CorpusDrawing
import Documents
import Imaging
import Rendering
import TestSupport
import Testing
import TextLayers
import VietnameseText

/// Pages whose text layers are honest or lie in a known way.
@Suite(.serialized) struct DrawnLayerTests {
  private static let maker = LayerPageMaker(
    vietnamese: SampleText.vietnamese, english: SampleText.english)

  private let judge: TextLayerJudge

  init() throws { judge = try Judges.layers() }

  private func layer(_ kind: LayerPageKind, _ index: Int) throws -> PageLayer {
    let page = Self.maker.page(kind, seed: 7, index: index)
    let file = try #require(SourceContent.open(page.bytes()).get().pdf)
    return try judge.layer(of: file, page: 0)
  }

  @Test(arguments: LayerPageKind.allCases.filter(\.isHonest))
  func noHonestLayerIsThrownAway(kind: LayerPageKind) throws {
    for index in 0..<3 {
      let layer = try layer(kind, index)
      #expect(layer.decision == .trusted, "\(kind) \(index): \(layer.reason)")
      let printed = Self.maker.page(kind, seed: 7, index: index).lines
      let words = Set(layer.lines.flatMap { $0.words.map(\.text) })
      let missing = printed.flatMap { $0.text.split(separator: " ").map(String.init) }
        .filter { !words.contains($0) }
      if kind != .misread { #expect(missing.isEmpty, "\(kind) \(index)") }
    }
  }

  /// Rules between cells are read as strokes: numbers are asked about more than three times.
  @Test(arguments: [39, 112, 118, 209, 282])
  func tablesOfNumbersAreTrusted(index: Int) throws {
    let page = Self.maker.page(.table, seed: 990_017, index: index)
    let file = try #require(SourceContent.open(page.bytes()).get().pdf)
    let layer = try judge.layer(of: file, page: 0)
    #expect(layer.decision == .trusted, "\(layer.reason)")
  }

  @Test(arguments: LayerPageKind.allCases.filter { $0.wanted == .untrusted })
  func noLieIsBelieved(kind: LayerPageKind) throws {
    // What another engine reads is drawn by who has that engine.
    for index in 0..<2 where kind != .otherLanguage {
      let layer = try layer(kind, index)
      #expect(!layer.regions.isEmpty)
      guard layer.decision == .partly, kind == .lossy else {
        #expect(layer.decision == .untrusted || layer.decision == .none, "\(kind) \(layer.reason)")
        continue
      }
      // Lines of which nothing was lost may be kept.
      let printed = Set(
        Self.maker.page(kind, seed: 7, index: index).lines
          .flatMap { $0.text.split(separator: " ").map(String.init) })
      #expect(layer.lines.flatMap { $0.words.map(\.text) }.allSatisfy(printed.contains))
    }
  }

  @Test(arguments: [LayerPageKind.tcvn3, .vni])
  func oldEncodingsAreConverted(kind: LayerPageKind) throws {
    for index in 0..<2 {
      let layer = try layer(kind, index)
      #expect(layer.decision == .trusted)
      #expect(layer.reason == .converted)
      #expect(layer.encoding == (kind == .vni ? .vni : .tcvn3))
    }
  }

  @Test(arguments: [LayerPageKind.halfScanned, .halfNoise])
  func mixedPagesAreDividedIntoParts(kind: LayerPageKind) throws {
    for index in 0..<2 {
      let layer = try layer(kind, index)
      #expect(layer.decision == .partly)
      #expect(!layer.lines.isEmpty && !layer.regions.isEmpty)
      #expect(layer.blocks.contains { $0.decision == .trusted })
    }
  }

  /// The words that `page` prints.
  private func printed(on page: LayerPdf) -> Set<String> {
    Set(page.lines.flatMap { $0.text.split(separator: " ").map(String.init) })
  }

  /// The first lines of noise may have words among their signs; they are noise all the same.
  @Test(arguments: [69, 101])
  func noiseBelowGoodLinesIsNotKept(index: Int) throws {
    let page = Self.maker.page(.halfNoise, seed: 990_019, index: index)
    let file = try #require(SourceContent.open(page.bytes()).get().pdf)
    let layer = try judge.layer(of: file, page: 0)
    #expect(layer.decision == .partly)
    let words = printed(on: page)
    #expect(layer.lines.flatMap { $0.words.map(\.text) }.allSatisfy(words.contains))
  }

  /// A few good lines are kept above more noise than they are.
  @Test(arguments: 0..<3)
  func goodLinesOutlastTheNoise(index: Int) throws {
    var page = Self.maker.page(.halfNoise, seed: 7, index: index)
    page.lines.removeFirst(page.lines.count / 2 - 6)
    let file = try #require(SourceContent.open(page.bytes()).get().pdf)
    let layer = try judge.layer(of: file, page: 0)
    #expect(layer.decision == .partly, "\(layer.reason)")
    #expect(layer.lines.count >= 5)
    let words = printed(on: page)
    #expect(layer.lines.flatMap { $0.words.map(\.text) }.allSatisfy(words.contains))
  }

  /// Of three lines each has the other two beside it.
  @Test(arguments: 0..<4)
  func threeLinesOfNoiseAreNotKept(index: Int) throws {
    var page = Self.maker.page(.halfNoise, seed: 7, index: index)
    page.lines.removeFirst(page.lines.count - 3)
    let file = try #require(SourceContent.open(page.bytes()).get().pdf)
    let layer = try judge.layer(of: file, page: 0)
    #expect(layer.decision != .trusted, "\(layer.reason)")
  }

  /// Characters that consistently stand for others are deciphered, or the image is read.
  @Test(arguments: [LayerPageKind.scrambled, .unmapped, .noise])
  func brokenCharacterMapsAreNeverBelieved(kind: LayerPageKind) throws {
    for index in 0..<2 {
      let layer = try layer(kind, index)
      guard layer.decision == .trusted else { continue }
      #expect(layer.reason == .deciphered)
      let printed = Self.maker.page(kind, seed: 7, index: index).lines
        .flatMap { $0.text.split(separator: " ").map(String.init) }
      let words = Set(printed)
      let kept = layer.lines.flatMap { $0.words.map(\.text) }
      #expect(100 * kept.count(where: words.contains) >= 97 * kept.count, "\(kind) \(index)")
    }
  }

  @Test func thePageIsBounded() throws {
    var page = LayerPdf()
    (page.width, page.height) = (8504, 8504)  // 3 × 3 m
    page.lines = [
      StatedLine("Bảo hiểm xã hội tỉnh", x: 400, y: 900, size: 300, family: "Arimo")
    ]
    let file = try #require(SourceContent.open(page.bytes()).get().pdf)
    let layer = try judge.layer(of: file, page: 0)
    #expect(layer.decision == .trusted)
    let map = try file.ink(0, dpi: 300)
    #expect(map.width * map.height <= 4_100_000)
  }
}
