import Gazetteer
import Testing

@Suite struct UnitOpeningsTests {
  /// The kinds of units of both eras (Law on the organisation of local government, 2015 and 2025).
  @Test(arguments: [
    "xã", "phường", "thị trấn", "đặc khu", "quận", "huyện", "thị xã", "thành phố", "tỉnh",
  ])
  func knowsEveryKindOfUnit(word: String) throws {
    let syllables = word.split(separator: " ").map(String.init)
    #expect(UnitOpenings.syllables.isSuperset(of: syllables))
    #expect(UnitOpenings.firstSyllables.contains(try #require(syllables.first)))
    let initials = String(syllables.compactMap(\.first))
    #expect(UnitOpenings.abbreviations.contains(initials))
  }

  @Test func holdsNoNames() {
    for word in ["hà", "nội", "đô", "trấn"] {
      #expect(!UnitOpenings.firstSyllables.contains(word))
      #expect(!UnitOpenings.abbreviations.contains(word))
    }
  }
}
