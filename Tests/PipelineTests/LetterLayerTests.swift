import CorpusDrawing
import Documents
import Imaging
import Letters
import Pipeline
import Testing

/// What letters say whose text layers are honest, lie, or do both, decided page by page.
@Suite(.serialized) struct LetterLayerTests {
  private let processor: LetterProcessor

  init() throws { processor = try DrawnLetters.processor() }

  struct Decision: Sendable, CustomTestStringConvertible {
    var kind: LayerPageKind
    var decision: String
    var reasons: Set<String>
    var testDescription: String { "\(kind)" }
  }

  private func sheet(_ page: LayerPdf) throws -> LetterText.Sheet {
    let outcome = try processor.outcome(of: page.bytes(), name: "drawn.pdf")
    #expect(outcome.result.source.pages == 1)
    return try #require(outcome.text.sheets.first)
  }

  @Test(arguments: [
    Decision(kind: .letter, decision: "trusted", reasons: ["fluent"]),
    Decision(kind: .decomposed, decision: "trusted", reasons: ["fluent"]),
    Decision(kind: .tcvn3, decision: "trusted", reasons: ["converted"]),
    Decision(kind: .vni, decision: "trusted", reasons: ["converted"]),
    Decision(kind: .table, decision: "trusted", reasons: ["confirmed"]),
    Decision(kind: .scanned, decision: "trusted", reasons: ["confirmed"]),
  ])
  func aTrustedLayerIsTheText(_ wanted: Decision) throws {
    let page = DrawnLetters.maker.page(wanted.kind, seed: 3, index: 0)
    let sheet = try sheet(page)
    #expect(sheet.source == .textLayer)
    #expect(sheet.layer?.decision == wanted.decision)
    #expect(wanted.reasons.contains(sheet.layer?.reason ?? ""))
    #expect(sheet.layer?.vi.isEmpty == false)
    let (found, right) = DrawnLetters.agreement(of: sheet, with: page)
    #expect(found > 0.97 && right > 0.97)
    // Every word stands on the page as it is drawn.
    let whole = PixelBox(x: 0, y: 0, width: sheet.image.width, height: sheet.image.height)
    for word in sheet.lines.joined() { #expect(word.box.intersection(whole) == word.box) }
  }

  @Test(arguments: [
    Decision(kind: .noise, decision: "untrusted", reasons: ["glyph-noise"]),
    Decision(kind: .lossy, decision: "untrusted", reasons: ["glyph-noise", "other-text"]),
    Decision(kind: .scrambled, decision: "untrusted", reasons: ["glyph-noise"]),
    Decision(kind: .unmapped, decision: "untrusted", reasons: ["no-character-map"]),
    Decision(kind: .marksLost, decision: "untrusted", reasons: ["marks-lost"]),
    Decision(kind: .watermark, decision: "untrusted", reasons: ["watermark-only"]),
    Decision(kind: .signature, decision: "untrusted", reasons: ["signature-only"]),
    Decision(kind: .otherPage, decision: "untrusted", reasons: ["off-print", "other-text"]),
    Decision(kind: .empty, decision: "none", reasons: ["empty"]),
  ])
  func anUntrustedLayerGivesWayToTheImage(_ wanted: Decision) throws {
    let page = DrawnLetters.maker.page(wanted.kind, seed: 5, index: 1)
    let sheet = try sheet(page)
    #expect(sheet.source == .ocr)
    #expect(sheet.layer?.decision == wanted.decision)
    #expect(wanted.reasons.contains(sheet.layer?.reason ?? ""), "\(sheet.layer?.reason ?? "")")
    let (found, right) = DrawnLetters.agreement(of: sheet, with: page)
    #expect(found > 0.95 && right > 0.95, "\(found) \(right)")
  }

  /// Of a mixed page the good part is taken as it stands, the rest read, and nothing twice.
  @Test(arguments: [LayerPageKind.halfScanned, .halfNoise])
  func aMixedPageIsReadInParts(kind: LayerPageKind) throws {
    for index in 0..<2 {
      let page = DrawnLetters.maker.page(kind, seed: 9, index: index)
      let sheet = try sheet(page)
      #expect(sheet.layer?.decision == "partly")
      let blocks = try #require(sheet.layer?.blocks)
      #expect(blocks.contains { $0.decision == "trusted" })
      let (found, right) = DrawnLetters.agreement(of: sheet, with: page)
      #expect(found > 0.95 && right > 0.95, "\(kind) \(index): \(found) \(right)")
    }
  }

  /// Each page of a file is decided by itself, and a field knows where it was taken from.
  @Test func pagesOfOneFileAreDecidedApart() throws {
    let first = DrawnLetters.maker.page(.letter, seed: 11, index: 0)
    let second = DrawnLetters.maker.page(.lossy, seed: 11, index: 1)
    let outcome = try processor.outcome(
      of: LayerPdf.bytes(of: [first, second]), name: "two.pdf")
    #expect(outcome.text.sheets.map(\.source) == [.textLayer, .ocr])
    let fields = try #require(outcome.result.documents.first?.fields)
    #expect(fields[.issuer]?.sources == [.textLayer])
    #expect(fields[.letterNumber]?.sources == [.textLayer])
    #expect(fields[.letterNumber]?.box != nil)
  }

  /// A picture of a page is made only where it is wanted, whatever its text comes from.
  @Test func aTrustedPageIsDrawnOnlyForItsPicture() throws {
    let page = DrawnLetters.maker.page(.letter, seed: 13, index: 0)
    var shown: [(Int, Int)] = []
    let outcome = try processor.outcome(of: page.bytes(), name: "drawn.pdf") { number, image in
      shown.append((number, image.width))
    }
    #expect(shown.map(\.0) == [1])
    #expect(shown.map(\.1) == outcome.text.sheets.map(\.image.width))
  }
}
