import Testing

@testable import corpus_maker

@Suite("Parts of a corpus")
struct CaseShareTests {
  @Test("Each case belongs to exactly one part", arguments: 1...5)
  func parts(count: Int) throws {
    let parts = try (1...count).map { try #require(CaseShare("\($0)/\(count)")) }
    for place in 1...30 {
      #expect(parts.filter { $0.holds(place) }.count == 1)
    }
  }

  @Test("What names no part is refused", arguments: ["", "2", "3/2", "0/2", "a/b", "1/2/3"])
  func refused(words: String) {
    #expect(CaseShare(words) == nil)
  }
}
