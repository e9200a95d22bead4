import CorpusDrawing
import Documents
import Foundation
import Imaging
import Letters
import Pipeline
import Testing

/// Files that are no letters or that ask for too much: each is said clearly, within bounds, and what
/// can be read is kept.
@Suite(.serialized) struct BadLetterTests {
  private let processor: LetterProcessor

  init() throws { processor = try DrawnLetters.processor() }

  private func outcome(_ bytes: [UInt8], _ name: String = "bad.pdf") throws -> LetterOutcome {
    try processor.outcome(of: bytes, name: name)
  }

  private func codes(_ outcome: LetterOutcome) -> [ReasonCode] {
    outcome.result.reasons.map(\.code)
  }

  private func line(
    _ text: String, y: Double, size: Double = 13, family: String = "DejaVu Sans"
  ) -> StatedLine { StatedLine(text, x: 60, y: y, size: size, family: family) }

  @Test func fiveThousandPagesAreTooMany() throws {
    let page = LayerPdf()
    let outcome = try outcome(LayerPdf.bytes(of: [LayerPdf](repeating: page, count: 5000)))
    #expect(codes(outcome) == [.fileTooManyPages])
    #expect(outcome.result.reasons.first?.vi.contains("5000") == true)
    #expect(outcome.result.verdict == .rejected)
    #expect(outcome.text.sheets.isEmpty)
  }

  /// A page of 3 × 3 m: its text is taken where it can be, and its image read coarsely and said so.
  @Test(arguments: [true, false])
  func aHugePageIsReadWithinBounds(hasText: Bool) throws {
    var page = LayerPdf()
    (page.width, page.height) = (8504, 8504)
    page.lines = (0..<12).map { row in
      StatedLine(
        "Bảo hiểm xã hội tỉnh hướng dẫn người lao động", x: 300, y: 700 + 600 * Double(row),
        size: 250, family: "Arimo", statement: hasText ? .same : .nothing)
    }
    let outcome = try outcome(page.bytes())
    let sheet = try #require(outcome.text.sheets.first)
    #expect(sheet.image.width * sheet.image.height <= IntakeLimits.standard.workingPixels + 10_000)
    #expect(sheet.source == (hasText ? .textLayer : .ocr))
    #expect(codes(outcome).contains(.captureOversized) == !hasText)
    let (found, _) = DrawnLetters.agreement(of: sheet, with: page)
    #expect(found > 0.9)
  }

  @Test(arguments: [
    "第三条 本法自公布之日起施行，有关部门应当遵守本条例的规定并报告。",
    "يجب على جميع الجهات المختصة تنفيذ هذا القرار من تاريخ نشره في الجريدة الرسمية.",
  ])
  func anotherWritingIsNamed(text: String) throws {
    var page = LayerPdf()
    page.lines = (0..<14).map { line(text, y: 80 + 30 * Double($0)) }
    let drawn = try outcome(page.bytes())
    #expect(codes(drawn).contains(.textForeignScript))
    #expect(drawn.text.sheets.first?.layer?.reason == "foreign-script")
    #expect(drawn.result.verdict != .accepted)
  }

  /// Without a text layer the engine makes Latin letters of other writing, which are no words.
  @Test func scannedOtherWritingIsNoVietnamese() throws {
    var page = LayerPdf()
    page.lines = (0..<20).map {
      line("Министерство здравоохранения утверждает порядок", y: 80 + 30 * Double($0))
    }
    page.scan = 200
    let outcome = try outcome(page.bytes())
    #expect(codes(outcome).contains(.textNotVietnamese), "\(codes(outcome))")
    #expect(outcome.result.verdict != .accepted)
  }

  /// A page of tables is no letter; every number of it is kept.
  @Test func tablesAloneAreKept() throws {
    let page = DrawnLetters.maker.page(.table, seed: 21, index: 0)
    let outcome = try outcome(page.bytes())
    #expect(outcome.result.documents.first?.reasons.contains { $0.code == .kindUncertain } == true)
    #expect(outcome.result.verdict == .review)
    let printed = DrawnLetters.words(page.lines.map(\.text))
    let body = DrawnLetters.words(outcome.text.body)
    let missing = printed.filter { body[$0.key] ?? 0 < $0.value }
    #expect(missing.count <= printed.count / 50, "\(missing)")
  }

  @Test func aPhotographOfAScreenIsDoubted() throws {
    let page = DrawnLetters.maker.page(.letter, seed: 23, index: 0)
    var shot = try page.raster(dpi: 250)
    // A camera states no resolution.
    shot.dpi = 0
    let paper = try outcome(shot.jpeg(quality: 90), "paper.jpg")
    #expect(!codes(paper).contains(.captureScreen))
    #expect(
      DrawnLetters.agreement(of: try #require(paper.text.sheets.first), with: page).found > 0.9)
    var random = SplitMix64(seed: 5, purpose: "screen")
    CaptureFault.screen(&shot, with: &random)
    let screen = try outcome(shot.jpeg(quality: 90), "screen.jpg")
    #expect(codes(screen).contains(.captureScreen), "\(codes(screen))")
    #expect(screen.result.verdict != .accepted)
  }

  @Test func aLockedFileIsRefused() throws {
    let locked = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../RenderingTests/Fixtures/locked.pdf")
    let outcome = try outcome([UInt8](Data(contentsOf: locked)))
    #expect(codes(outcome) == [.fileEncrypted])
    #expect(outcome.result.verdict == .rejected)
  }

  /// What viewers that know no XFA are shown.
  @Test func aDynamicFormIsRefusedByLettersAndPreview() throws {
    var page = LayerPdf()
    page.lines = [
      line("Please wait...", y: 100, size: 20),
      line("If this message is not eventually replaced by the proper contents of", y: 140),
      line("the document, your PDF viewer may not be able to display this type of", y: 160),
      line("document.", y: 180),
    ]
    let bytes = try page.bytes()
    let letter = try outcome(bytes)
    #expect(codes(letter) == [.fileDynamicForm])
    #expect(letter.result.verdict == .rejected)
    let today = try #require(CalendarDate(iso: "2026-01-01"))
    let preview = try SourceProcessor(
      PipelineConfiguration(dictionaries: DrawnLetters.dictionaries, today: today)
    ).result(of: bytes, name: "form.pdf")
    #expect(preview.reasons.map(\.code) == [.fileDynamicForm])
    #expect(preview.documents.isEmpty)
  }

  @Test func aPictureWithoutPrintSaysSo() throws {
    var random = SplitMix64(seed: 7, purpose: "noise")
    var raster = Raster(width: 1200, height: 1600, dpi: 150)
    raster.withBytes { bytes in
      for place in bytes.indices where (place / 3 % 1200 / 200 + place / 3600 / 200) % 2 == 0 {
        bytes[place] = UInt8(random.whole(60...120))
      }
    }
    let outcome = try outcome(raster.jpeg(quality: 90), "picture.jpg")
    #expect(outcome.result.verdict != .accepted)
    #expect(!codes(outcome).isEmpty)
  }
}
