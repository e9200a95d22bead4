@testable import CorpusDrawing
import Documents
import Testing

/// A letter is 2 mm wide here, whatever its style.
@Suite("Setting forms")
struct FormTypesetterTests {
  static let long = "Đóng một lần cho nhiều năm về sau nhưng không quá 05 năm một lần"

  /// Two boxes that share a line 160 mm wide, the second beginning at its middle.
  private func set(
    _ overflow: FormStyle.Overflow, first: String, second: String
  ) throws -> [(text: String, x: Double, y: Double)] {
    let boxes = [
      FormBox(no: "15", label: "Mức", slot: "II.base", share: 0.5),
      FormBox(no: "16", label: "Cách", slot: "II.method", share: 0.5),
    ]
    let layout = FormLayout(heldOut: false, blocks: [FormBlock(boxes: boxes)])
    var random = SplitMix64(seed: 1)
    var style = FormStyle(family: "Tinos", layout: layout, random: &random)
    (style.overflow, style.leader, style.frame) = (overflow, .none, .none)
    (style.numbers, style.left) = (.bracket, 20)
    var filled = FilledForm(seed: 1)
    filled.printed = ["II.base": first, "II.method": second]
    let template = FormTemplate(
      source: "", kind: .form602b, validFrom: "2020-01-01", wordings: [:], layouts: ["a": layout])
    var typesetter = FormTypesetter(
      style: style, template: template, filled: filled,
      measure: { text, _ in Double(text.count) * 2 })
    try typesetter.set(layout.blocks, left: 20, width: 160)
    return typesetter.marks.compactMap {
      if case .text(let text, let place, _) = $0 { (text, place.x, place.y) } else { nil }
    }
  }

  @Test("Values that fit share one line", arguments: FormStyle.Overflow.allCases)
  func fitting(overflow: FormStyle.Overflow) throws {
    let words = try set(overflow, first: "1.500.000", second: "03 tháng")
    #expect(Set(words.map(\.y)).count == 1)
    // One space of 2 mm may stand before the second part.
    #expect((100...102).contains(try #require(words.first { $0.text == "[16]" }).x))
  }

  @Test("A value too long for its line runs on at the left margin")
  func flowing() throws {
    let words = try set(.flow, first: "1.500.000", second: Self.long)
    #expect(words.first { $0.text == "[16]" }?.y == words.first?.y)
    let next = words.first { $0.y > words[0].y }
    #expect(next?.x == 20)
  }

  @Test("Parts of a line that is too short stand below each other")
  func stacking() throws {
    let words = try set(.stack, first: "1.500.000", second: Self.long)
    let label = words.first { $0.text == "[16]" }
    #expect(label?.x == 20)
    #expect(try #require(label).y > words[0].y)
  }

  @Test("A value in a column stays in it")
  func columns() throws {
    let words = try set(.column, first: "1.500.000", second: Self.long)
    #expect(words.filter { $0.y > words[0].y }.allSatisfy { $0.x >= 100 })
  }

  @Test("No word is lost", arguments: FormStyle.Overflow.allCases)
  func complete(overflow: FormStyle.Overflow) throws {
    let words = try set(overflow, first: Self.long, second: Self.long)
    let expected = "[15] Mức: \(Self.long) [16] Cách: \(Self.long)".split(separator: " ")
    #expect(words.map(\.text).sorted() == expected.map(String.init).sorted())
  }

  @Test("Runs that touch make one word")
  func words() {
    let style = TextStyle(family: "Tinos", points: 12)
    let words = FormWord.words(of: [
      FormWord.Piece(text: "tại ", style: style), FormWord.Piece(text: "Hà Nội", style: style),
      FormWord.Piece(text: ", ngày", style: style),
    ])
    #expect(words.map { $0.pieces.map(\.text).joined() } == ["tại", "Hà", "Nội,", "ngày"])
  }
}
