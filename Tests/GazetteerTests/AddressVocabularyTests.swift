import Gazetteer
import Testing

@Suite struct AddressVocabularyTests {
  private let gazetteer: Gazetteer

  init() throws { gazetteer = try Dictionaries.gazetteer.get() }

  /// "Tổ 5, Khu phố 3, Phường 12, Quận 10"; a name follows the others.
  @Test func knowsWhatIsNumbered() {
    let numbered = gazetteer.vocabulary.numbered
    #expect(numbered.isSuperset(of: ["tổ", "khu", "phố", "ấp", "phường", "quận", "số", "lô"]))
    #expect(numbered.isDisjoint(with: ["huyện", "tỉnh", "đường", "thị xã", "làng"]))
  }

  @Test func namesAreNotPrintedSmall() {
    let small = gazetteer.vocabulary.small
    #expect(small.isSuperset(of: ["thôn", "ngõ", "số", "nhà", "chung", "cư", "dân"]))
    #expect(small.isDisjoint(with: ["đại", "hương", "quốc", "thị", "đô"]))
  }

  /// What follows "BHXH" in the names of offices: units above wards, and regions of its own.
  @Test func knowsWhereOfficesSit() {
    #expect(
      gazetteer.officeSeats
        == ["quận", "huyện", "thị", "thành", "tỉnh", "tx", "tp", "khu", "cơ"])
  }
}
