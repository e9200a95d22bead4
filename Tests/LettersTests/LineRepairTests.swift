import Documents
import Testing

@testable import Letters

@Suite struct LineRepairTests {
  private let words = SampleLetter.line("thống kê quốc gia", x: 0, y: 0).words

  @Test func oneByOneKeepsPlaces() {
    let repaired = LineRepair.words(["thống", "kế", "quốc", "gia"], in: words)
    #expect(repaired.map(\.text) == ["thống", "kế", "quốc", "gia"])
    #expect(repaired.map(\.box) == words.map(\.box))
  }

  /// Words that were parted or joined share the place of those they stand for.
  @Test(arguments: [
    ["thống", "kêquốc", "gia"], ["thống", "kê", "quố", "c", "gia"], ["thốngkêquốcgia"],
    ["thống", "kê", "và", "quốc", "gia"],
  ])
  func changedCountsStayInPlace(texts: [String]) throws {
    let repaired = LineRepair.words(texts, in: words)
    let whole = try #require(PixelBox.union(of: words.map(\.box)))
    #expect(repaired.allSatisfy { whole.intersection($0.box) == $0.box })
    #expect(zip(repaired, repaired.dropFirst()).allSatisfy { $0.box.x <= $1.box.x })
  }
}
