import DictionaryReview
import Foundation
import Testing

@Suite struct WordLookTests {
  private let look: WordLook

  init() throws {
    look = try WordLook(
      in: DictionaryFolder(
        at: URL(filePath: #filePath).deletingLastPathComponent()
          .appending(path: "../../dictionaries").standardizedFileURL))
  }

  @Test func findsUnitsByTheirBareNameAndSaysWhereTheyLie() throws {
    let entry = try #require(
      look.entries(for: "ba đình").first { $0.table == "units/wards.tsv" })
    #expect(entry.isExact)
    #expect(
      entry.columns == [
        WordEntry.Column(name: "code", value: "00004"),
        WordEntry.Column(name: "name", value: "Phường Ba Đình"),
        WordEntry.Column(name: "province", value: "01", meaning: "Thành phố Hà Nội"),
      ])
  }

  @Test func aWordWithoutMarksFindsThoseWithMarks() {
    let entries = look.entries(for: "nguyen")
    #expect(entries.contains { $0.table == "lists/surnames.tsv" && !$0.isExact })
  }

  @Test func aWordWithMarksFindsNoOther() {
    #expect(!look.entries(for: "Nguyễn").isEmpty)
    #expect(look.entries(for: "Nguyện").allSatisfy { $0.isExact })
  }

  @Test func exactEntriesComeFirst() {
    let entries = look.entries(for: "Ba Dinh").map(\.isExact)
    #expect(entries.contains(true) && entries.contains(false))
    #expect(entries == entries.filter { $0 } + entries.filter { !$0 })
  }

  @Test(arguments: ["", " ", "\u{0}", "\u{300}", "xyzzy"])
  func whatNobodyKnowsHasNoEntries(word: String) {
    #expect(look.entries(for: word).isEmpty)
  }
}
