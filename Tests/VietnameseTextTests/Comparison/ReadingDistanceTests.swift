import TestSupport
import Testing
import VietnameseText

@Suite struct ReadingDistanceTests {
  private func distance(_ reading: String, _ print: String) -> Double {
    ReadingDistance.between(FoldedLetters(reading), FoldedLetters(print))
  }

  @Test func ignoresCaseAndSpaces() {
    #expect(distance("HÀ  NỘI", "Hà Nội") == 0)
  }

  @Test func ranksMarksBeforeShapesBeforeLetters() {
    #expect(distance("Hà Nôi", "Hà Nội") < distance("Hà N0i", "Hà Nội"))
    #expect(distance("Hà N0i", "Hà Nội") < distance("Hà Nxi", "Hà Nội"))
    #expect(distance("Ða", "Đa".foldingConfusables()) > 0)
    #expect(distance("Da Nẵng", "Đà Nẵng") < 0.5)
  }

  @Test func knowsPairsReadAsOne() {
    #expect(distance("Narn", "Nam") == distance("Nam", "Narn"))
    #expect(distance("Narn", "Nam") < 0.5)
  }

  @Test(arguments: UInt64(0)..<100)
  func isADistance(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let first = Noise.text(using: &random).normalized()
    let second = Noise.text(using: &random).normalized()
    #expect(distance(first, first) == 0)
    #expect(abs(distance(first, second) - distance(second, first)) < 1e-9)
    let exact = distance(first, second)
    let limited = ReadingDistance.between(
      FoldedLetters(first), FoldedLetters(second), limit: 3)
    #expect(exact > 3 ? limited > 3 : abs(limited - exact) < 1e-9)
  }
}
