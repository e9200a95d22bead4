import Foundation
import Testing

/// `hoso dictionary` as a user runs it.
@Suite struct DictionaryTests {
  private let hoso: Hoso
  private let dictionaries = Hoso.root.appending(path: "dictionaries").path

  init() throws { hoso = try Hoso() }

  @Test func soundDictionariesPassAndDefectsFail() async throws {
    let sound = try await hoso.run(["dictionary", "verify", "--dictionaries", dictionaries])
    #expect(sound.status == 0)
    #expect(sound.output == "")
    let copy = hoso.path + "/copy"
    try FileManager.default.copyItem(atPath: dictionaries, toPath: copy)
    try FileManager.default.removeItem(atPath: copy + "/lists/sexes.tsv")
    let damaged = try await hoso.run(["dictionary", "verify", "--dictionaries", copy])
    #expect(damaged.status == 1)
    #expect(damaged.output.contains("lists/sexes.tsv: "))
    #expect(damaged.messages.contains(" defects"))
  }

  @Test func aWordIsTakenApartAndLookedUp() async throws {
    let ending = try await hoso.run(
      ["dictionary", "look", "nguyễn", "xyz", "--dictionaries", dictionaries])
    #expect(ending.status == 0)
    #expect(ending.output.contains("nguyễn: onset ng, rime uyên, tone ngã\n"))
    #expect(ending.output.contains("lists/surnames.tsv:5: name Nguyễn, "))
    #expect(ending.output.contains("language/language-model.bin: probability 0."))
    #expect(ending.output.contains("xyz: no syllable of Vietnamese\n"))
  }
}
