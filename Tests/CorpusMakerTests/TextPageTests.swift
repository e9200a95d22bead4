import CorpusDrawing
import Foundation
import Testing

@testable import corpus_maker

@Suite("Pages of running text")
struct TextPageTests {
  /// Writes a text and gives its place.
  private func source() throws -> URL {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "pages-\(UUID().uuidString).txt")
    let lines = (1...60).map { "Điều \($0). Người lao động được hưởng trợ cấp thất nghiệp." }
    try Data(("== MỤC LỤC ==\n1 2 3\n" + lines.joined(separator: "\n")).utf8).write(to: file)
    return file
  }

  @Test("A passage is made of whole tidy lines, over the end of the text too")
  func passages() throws {
    let file = try source()
    defer { try? FileManager.default.removeItem(at: file) }
    let text = try TextSource(file: file)
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let passage = text.passage(letters: 400, with: &random)
      #expect(passage.count >= 7)
      #expect(passage.allSatisfy { $0.hasPrefix("Điều ") || $0 == "MỤC LỤC" })
    }
  }

  @Test("A page says what it was given, in order, and keeps to its lines")
  func lines() throws {
    let words = (1...400).map { "chữ\($0)" }
    for seed in 0..<6 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let page = try TextPage(
        paragraphs: [words.joined(separator: " ")], family: "DejaVu Sans", lineLimit: 9,
        with: &random)
      let printed = page.text.split(whereSeparator: \.isWhitespace).map(String.init)
      #expect(page.text.split(separator: "\n").count == 9)
      #expect(printed == Array(words.prefix(printed.count)))
    }
  }

  @Test("The same seed gives the same bytes", arguments: PageCondition.allCases)
  func repeats(condition: PageCondition) throws {
    let files = try (0..<2).map { _ in
      var random = SplitMix64(seed: 3)
      let page = try TextPage(
        paragraphs: ["QUYẾT ĐỊNH", "Căn cứ Luật Bảo hiểm xã hội;"], family: "DejaVu Serif",
        lineLimit: 3, with: &random)
      return try condition.file(of: page, name: "page", with: &random)
    }
    #expect(files[0] == files[1])
  }

  @Test("Pages need a text, and tiers of their own")
  func options() throws {
    let options = try MakerOptions(
      ["--pages", "--text", "a.txt", "--out", "b", "--tiers", "fax", "--lines", "5"])
    #expect(options.conditions == [.fax])
    #expect(options.lines == 5)
    for wrong in [
      ["--pages", "--out", "b"], ["--text", "a", "--out", "b"],
      ["--pages", "--text", "a", "--out", "b", "--tiers", "phone"],
      ["--out", "b", "--tiers", "fax"],
    ] {
      #expect(throws: MakerOptions.UsageError.self) { try MakerOptions(wrong) }
    }
  }
}
