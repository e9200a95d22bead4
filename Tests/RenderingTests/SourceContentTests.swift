import Documents
import Foundation
import Imaging
import Testing

@testable import Rendering

/// Files become pages or a refusal with its reason.
@Suite struct SourceContentTests {
  private func refusal(_ bytes: [UInt8], limits: IntakeLimits = .standard) -> Refusal? {
    do throws(Refusal) {
      let content = try SourceContent.open(bytes, limits: limits).get()
      for index in 0..<content.pageCount { _ = try content.page(index) }
      return nil
    } catch {
      return error
    }
  }

  private func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  /// A page whose upper left quarter is black.
  private static let corner = PDFWriter.Page(
    width: 72, height: 36, content: .drawn("0 g 0 18 36 18 re f"))

  /// A scan whose upper left quarter is black.
  private static func scan(width: Int, height: Int, isColour: Bool) throws -> PDFWriter.Content {
    var bytes: [UInt8] = []
    for row in 0..<height {
      for column in 0..<width {
        let isDark = row < height / 2 && column < width / 2
        bytes += isDark ? [0, 0, 0] : [240, 220, 120]
      }
    }
    let colour = try PageImage(rgbBytes: bytes, width: width, height: height)
    let image = isColour ? colour : try colour.gray()
    return .scan(
      jpeg: try image.jpeg(quality: 90), width: width, height: height, isColour: isColour)
  }

  private func isDark(_ image: PageImage, _ x: Double, _ y: Double) -> Bool {
    let index = Int(y * Double(image.height)) * image.width + Int(x * Double(image.width))
    return image.grayBytes()[index] < 100
  }

  @Test func aDrawnPageIsRenderedAt300DotsPerInch() throws {
    let content = try SourceContent.open(PDFWriter.file([Self.corner])).get()
    #expect((content.format, content.pageCount) == (.pdf, 1))
    let image = try content.page(0)
    #expect((image.width, image.height, image.dpi, image.isColour) == (300, 150, 300, false))
    #expect(isDark(image, 0.25, 0.25))
    #expect(!isDark(image, 0.75, 0.25) && !isDark(image, 0.25, 0.75))
  }

  struct ScanCase: Sendable, CustomTestStringConvertible {
    var pixels: (Int, Int)
    var points: (Double, Double)
    var rotation = 0
    var expected: (Int, Int, dpi: Int)
    var isColour = false
    var testDescription: String { "\(pixels) px on \(points) pt, turned \(rotation)" }
  }

  static let scans = [
    ScanCase(pixels: (200, 100), points: (72, 36), expected: (200, 100, 200)),
    ScanCase(pixels: (200, 100), points: (72, 36), expected: (200, 100, 200), isColour: true),
    ScanCase(pixels: (400, 200), points: (72, 36), expected: (400, 200, 400)),
    // Turned pages keep the scan's own pixels.
    ScanCase(pixels: (240, 120), points: (72, 36), rotation: 90, expected: (120, 240, 240)),
    // Coarser than 100 dpi and finer than 600 dpi help nobody.
    ScanCase(pixels: (60, 30), points: (72, 36), expected: (100, 50, 100)),
    ScanCase(pixels: (1200, 600), points: (72, 36), expected: (600, 300, 600)),
  ]

  @Test(arguments: scans) func aScanIsRenderedAtItsOwnResolution(scan: ScanCase) throws {
    let page = PDFWriter.Page(
      width: scan.points.0, height: scan.points.1, rotation: scan.rotation,
      content: try Self.scan(
        width: scan.pixels.0, height: scan.pixels.1, isColour: scan.isColour))
    let image = try SourceContent.open(PDFWriter.file([page])).get().page(0)
    #expect((image.width, image.height) == (scan.expected.0, scan.expected.1))
    #expect((image.dpi, image.isColour) == (scan.expected.dpi, scan.isColour))
    // Turned clockwise, the upper left quarter becomes the upper right one.
    #expect(isDark(image, scan.rotation == 90 ? 0.75 : 0.25, 0.25))
    #expect(!isDark(image, 0.25, 0.75) && !isDark(image, 0.75, 0.75))
  }

  @Test func printOverACoarseBackgroundIsRenderedSharply() throws {
    guard
      case .scan(let jpeg, let width, let height, let isColour) = try Self.scan(
        width: 60, height: 30, isColour: false)
    else { return }
    let text = "BT /F 4 Tf 2 2 Td (Declaration of more than twenty letters) Tj ET"
    let file = PDFWriter.file([
      PDFWriter.Page(
        width: 72, height: 36, overlay: text,
        content: .scan(jpeg: jpeg, width: width, height: height, isColour: isColour))
    ])
    let image = try SourceContent.open(file).get().page(0)
    #expect((image.width, image.dpi) == (300, 300))
  }

  @Test func hugePagesAreRenderedSmaller() throws {
    let page = PDFWriter.Page(width: 14_400, height: 14_400, content: .drawn("0 g"))
    let image = try SourceContent.open(
      PDFWriter.file([page]), limits: IntakeLimits(workingPixels: 1_000_000)
    ).get().page(0)
    #expect((image.width, image.height, image.dpi) == (1000, 1000, 5))
    let strip = PDFWriter.Page(width: 14_400, height: 1, content: .drawn("0 g"))
    let thin = try SourceContent.open(PDFWriter.file([strip])).get().page(0)
    #expect(thin.width <= 32_767)
  }

  @Test func everyPageIsRendered() throws {
    let pages = (1...5).map { size in
      PDFWriter.Page(width: Double(size) * 24, height: 24, content: .drawn("0 g"))
    }
    let content = try SourceContent.open(PDFWriter.file(pages)).get()
    #expect(
      try (0..<content.pageCount).map { try content.page($0).width } == [100, 200, 300, 400, 500])
  }

  /// Who looked at a scan coarsely gets the same page whole as who did not, and so from every page.
  @Test(arguments: [false, true]) func aScanLookedAtBeforeIsTheSame(isColour: Bool) throws {
    let pages = try (1...2).map { size in
      PDFWriter.Page(
        width: 100, height: 100,
        content: try Self.scan(width: 200 * size, height: 200 * size, isColour: isColour))
    }
    let file = PDFWriter.file(pages)
    let plain = try PDFFile(file, limits: .standard)
    let looked = try PDFFile(file, limits: .standard)
    for index in [0, 1, 0] {
      _ = try looked.ink(index == 0 ? 0 : 1 - index, dpi: 96)
      let own = try plain.ink(index, dpi: 96)
      #expect(try looked.ink(index, dpi: 96).pixels == own.pixels)
      let (first, second) = (try plain.page(index), try looked.page(index))
      #expect(first.isColour == second.isColour)
      #expect(try first.png() == second.png())
      #expect(try looked.page(index).png() == second.png())
    }
  }

  @Test func imagesAreOpenedToo() throws {
    let picture = try PageImage(grayBytes: [0, 255, 0, 255], width: 2, height: 2)
    let content = try SourceContent.open(try picture.png()).get()
    #expect((content.format, content.pageCount) == (.png, 1))
    #expect(try content.page(0).grayBytes() == [0, 255, 0, 255])
  }

  @Test func badFilesAreRefusedWithTheirReason() throws {
    #expect(refusal([]) == .empty)
    #expect(refusal(Array("This is no PDF.\n".utf8)) == .unknownFormat("text"))
    #expect(refusal(try fixture("locked.pdf")) == .encrypted)
    #expect(refusal(try fixture("owner.pdf")) == nil)
    #expect(refusal(Array("%PDF-1.4\nnothing follows".utf8)) == .damaged)
    #expect(refusal(PDFWriter.file([])) == .damaged)
    let good = PDFWriter.file([Self.corner, Self.corner, Self.corner])
    #expect(refusal(good, limits: IntakeLimits(pages: 3)) == nil)
    #expect(refusal(good, limits: IntakeLimits(pages: 2)) == .tooManyPages(3, limit: 2))
    #expect(
      refusal(good, limits: IntakeLimits(bytes: good.count - 1))
        == .tooLarge(bytes: good.count, limit: good.count - 1))
    #expect(refusal(good, limits: IntakeLimits(bytes: good.count)) == nil)
  }

  @Test func aHugeImageInAPDFIsRefusedBeforeItIsDecoded() throws {
    guard case .scan(let jpeg, _, _, _) = try Self.scan(width: 8, height: 8, isColour: false)
    else { return }
    let page = PDFWriter.Page(
      width: 72, height: 72,
      content: .scan(jpeg: jpeg, width: 20_000, height: 20_000, isColour: false))
    #expect(
      refusal(PDFWriter.file([page]))
        == .tooManyPixels(width: 20_000, height: 20_000, limit: 100_000_000))
  }

  @Test(arguments: [10, 50, 90, 99]) func aPDFCutOffIsDamaged(kept: Int) throws {
    let file = PDFWriter.file([
      PDFWriter.Page(
        width: 72, height: 36, content: try Self.scan(width: 200, height: 100, isColour: true)),
      Self.corner,
    ])
    #expect(refusal(Array(file.prefix(file.count * kept / 100 - 20)))?.finding.code == .fileDamaged)
  }

  @Test(arguments: UInt64(0)..<100) func anyBytesAreReadOrRefused(seed: UInt64) throws {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, limit)))
    }
    var bytes = PDFWriter.file([
      Self.corner,
      PDFWriter.Page(
        width: 72, height: 36, content: try Self.scan(width: 40, height: 20, isColour: true)),
    ])
    if seed % 3 == 0 { bytes = Array(bytes.prefix(next(bytes.count))) }
    for _ in 0..<next(30) where !bytes.isEmpty { bytes[next(bytes.count)] = UInt8(next(256)) }
    _ = refusal(bytes, limits: IntakeLimits(pixelsPerPage: 1_000_000, workingPixels: 200_000))
  }
}
