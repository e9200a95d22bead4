import CTesseract
import Documents
import TestSupport
import Testing

@testable import Imaging

/// What must not be read is refused with its reason, and nothing crashes on any bytes.
@Suite struct BadImageTests {
  private func refusal(of bytes: [UInt8], limits: IntakeLimits = .standard) -> Refusal? {
    do throws(Refusal) {
      let file = try ImageFile(bytes, format: try FileFormat.sniff(bytes), limits: limits)
      for page in file.pages.indices { _ = try file.page(page) }
      return nil
    } catch {
      return error
    }
  }

  @Test func nothingIsEmpty() { #expect(refusal(of: []) == .empty) }

  /// First bytes as the formats' specifications give them.
  static let foreign: [([UInt8], String)] = [
    (Array("PK\u{3}\u{4}........".utf8), "zip archive"),
    (Array("Rar!\u{1a}\u{7}\u{1}\0".utf8), "rar archive"),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], "7z archive"),
    ([0x1f, 0x8b, 8, 0, 0, 0], "gzip archive"),
    (Array("Xin chao, day la van ban.\n".utf8), "text"),
    (Array("\u{1}\u{2}\u{3}".utf8), "unknown"),
    (Array("GIF89a......".utf8), "gif image"),
    (Array("\0\0\0\u{18}ftypisom....".utf8), "video"),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "old Office document"),
  ]

  @Test(arguments: foreign) func whatIsNotOursIsNamed(bytes: [UInt8], name: String) {
    #expect(refusal(of: bytes) == .unknownFormat(name))
  }

  @Test func hugeSizesAreRefusedFromTheHeaderAlone() {
    let files = [
      ForgedHeaders.png(width: 20_000, height: 20_000),
      ForgedHeaders.jpeg(width: 20_000, height: 20_000),
      ForgedHeaders.bmp(width: 20_000, height: 20_000),
      ForgedHeaders.jpeg2000(width: 20_000, height: 20_000),
      ForgedHeaders.tiff(
        pixels: [0, 0], width: 20_000, height: 20_000, samples: 1, orientation: 1),
    ]
    for bytes in files {
      #expect(
        refusal(of: bytes)
          == .tooManyPixels(width: 20_000, height: 20_000, limit: 100_000_000))
    }
  }

  /// Sizes whose product no whole number holds.
  @Test func theLargestSizesAFormatCanStateAreRefused() {
    let most = Int(UInt32.max)
    for bytes in [
      ForgedHeaders.png(width: most, height: most),
      ForgedHeaders.jpeg2000(width: most, height: most),
    ] {
      #expect(
        refusal(of: bytes) == .tooManyPixels(width: most, height: most, limit: 100_000_000))
    }
    // Of two codestreams in one file the larger counts.
    let both =
      ForgedHeaders.jpeg2000(width: most, height: most)
      + ForgedHeaders.jpeg2000(width: 1, height: 1)
    #expect(
      refusal(of: both) == .tooManyPixels(width: most, height: most, limit: 100_000_000))
  }

  @Test func limitsAreThoseGiven() throws {
    let picture = try SamplePicture.gray()
    let tiff = SamplePicture.tiff([picture, picture, picture], compression: IFF_TIFF_LZW)
    #expect(refusal(of: tiff, limits: IntakeLimits(pages: 3)) == nil)
    #expect(
      refusal(of: tiff, limits: IntakeLimits(pages: 2)) == .tooManyPages(3, limit: 2))
    #expect(
      refusal(of: try picture.png(), limits: IntakeLimits(pixelsPerPage: 96 * 64 - 1))
        == .tooManyPixels(width: 96, height: 64, limit: 96 * 64 - 1))
    #expect(
      refusal(of: try picture.png(), limits: IntakeLimits(pixelsPerPage: 96 * 64)) == nil)
  }

  @Test func aSizeOfNothingIsDamage() {
    #expect(refusal(of: ForgedHeaders.png(width: 0, height: 10)) == .damaged)
    #expect(
      refusal(
        of: ForgedHeaders.tiff(pixels: [], width: 0, height: 0, samples: 1, orientation: 1))
        == .damaged)
  }

  @Test(arguments: ImageFileTests.samples) func aFileCutInHalfIsDamaged(
    sample: ImageFileTests.Sample
  ) throws {
    let bytes = try sample.bytes()
    let half = Array(bytes.prefix(bytes.count / 2))
    #expect(refusal(of: half)?.finding.code == .fileDamaged)
  }

  @Test func aJPEGWithoutItsLastLinesIsDamaged() throws {
    var random = SplitMix64(seed: 5)
    let noise = (0..<200 * 200).map { _ in UInt8.random(in: 0...255, using: &random) }
    let jpeg = try PageImage(grayBytes: noise, width: 200, height: 200).jpeg(quality: 80)
    #expect(refusal(of: jpeg) == nil)
    for kept in [50, 90, 99] {
      let cut = Array(jpeg.prefix(jpeg.count * kept / 100))
      #expect(refusal(of: cut) == .damaged(page: 0), "\(kept) % kept")
    }
    let endless = Array(jpeg.dropLast(2))
    #expect(refusal(of: endless) == .damaged(page: 0))
    #expect(refusal(of: jpeg + [0, 0, 0, 0]) == nil, "padding after the end is harmless")
  }

  @Test func directoriesInACircleAreDamage() throws {
    var tiff = ForgedHeaders.tiff(
      pixels: [1, 2, 3, 4], width: 2, height: 2, samples: 1, orientation: 1)
    // The chain's end becomes the place of its only directory.
    tiff.replaceSubrange(tiff.count - 4..<tiff.count, with: ForgedHeaders.little(12, 4))
    #expect(refusal(of: tiff) == .damaged)
  }

  @Test(arguments: UInt64(0)..<200) func anyBytesAreReadOrRefused(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let samples = ImageFileTests.samples
    let sample = samples[Int(seed) % samples.count]
    var bytes = try sample.bytes()
    if Bool.random(using: &random) {
      bytes = Array(bytes.prefix(.random(in: 0...bytes.count, using: &random)))
    }
    for _ in 0..<Int.random(in: 0...12, using: &random) where !bytes.isEmpty {
      bytes[.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    // A forged size may be lawful and large; the test needs no such picture.
    _ = refusal(of: bytes, limits: IntakeLimits(pixelsPerPage: 1_000_000))
  }
}
