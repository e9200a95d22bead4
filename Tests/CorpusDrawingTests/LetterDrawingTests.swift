import Documents
import Foundation
import Testing

@testable import CorpusDrawing

@Suite struct LetterDrawingTests {
  private let dictionaries = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../dictionaries").standardizedFileURL

  private func letter(seed: UInt64) throws -> LetterContent {
    let writer = LetterWriter(
      words: try .load(dictionaries: dictionaries),
      people: try PersonMaker(dictionaries: dictionaries))
    var random = SplitMix64(seed: seed)
    return try writer.letter(with: &random)
  }

  /// What a label says stands in the form of the contract: no label, no dash, no blank to be filled.
  @Test(arguments: 1...40) func labelsAreInContractForm(seed: UInt64) throws {
    let letter = try letter(seed: seed)
    let fields = letter.document.fields
    for (key, value) in fields {
      for text in Self.texts(value) {
        #expect(!text.isEmpty && !text.contains("{") && !text.hasPrefix("-"), "\(key)")
        #expect(!text.hasSuffix(";") && !text.hasPrefix("V/v "), "\(key)")
      }
    }
    let isBlank = fields[FieldKey(rawValue: "number")] == .some(nil)
    #expect(isBlank == letter.isDraft)
    #expect(letter.body.allSatisfy { !$0.contains("{") && !$0.isEmpty })
  }

  @Test func sameSeedSaysTheSame() throws {
    #expect(try letter(seed: 9).document == letter(seed: 9).document)
    #expect(try letter(seed: 9).body != letter(seed: 10).body)
  }

  /// Every line of the body is drawn, on as many pages as it takes.
  @Test(arguments: [3, 4, 5, 6] as [UInt64]) func drawsTheWholeBody(seed: UInt64) throws {
    let content = try letter(seed: seed)
    var random = SplitMix64(seed: seed)
    let drawing = try LetterDrawing(
      content, family: "Tinos", isHeldOut: false, with: &random)
    let transcript = Transcript()
    try Transcript.$current.withValue(transcript) {
      for page in 0..<drawing.pageCount {
        try drawing.draw(page: page, on: PageCanvas(width: 210, height: 297, dpi: 30))
      }
    }
    let drawn = Set(transcript.rows.joined().flatMap { $0.split(separator: " ") })
    for word in content.body.flatMap({ $0.split(separator: " ") }) {
      #expect(drawn.contains(word))
    }
  }

  /// A body's truth is all that is printed in it: a table's words are no errors of who reads them.
  @Test(arguments: 1...60) func saysTheWholeBody(seed: UInt64) throws {
    var content = try letter(seed: seed)
    content.stamps = []
    content.annex = []
    var random = SplitMix64(seed: seed)
    let drawing = try LetterDrawing(
      content, family: "Tinos", isHeldOut: false, with: &random)
    // A number stands between pages.
    guard drawing.pageCount == 1 else { return }
    let transcript = Transcript()
    try Transcript.$current.withValue(transcript) {
      try drawing.draw(page: 0, on: PageCanvas(width: 210, height: 297, dpi: 30))
    }
    let drawn = transcript.rows.joined().joined(separator: " ").split(
      whereSeparator: \.isWhitespace)
    let said = content.printedBody.flatMap { $0.split(whereSeparator: \.isWhitespace) }
    let start = try #require(
      (0...max(0, drawn.count - said.count)).first { drawn[$0...].starts(with: said) })
    #expect(start > 0 && start + said.count < drawn.count)
  }

  private static func texts(_ value: FieldValue?) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let items): items
    case .rows, nil: []
    }
  }
}
