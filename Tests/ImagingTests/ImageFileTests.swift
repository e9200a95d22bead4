import CTesseract
import Documents
import Testing

@testable import Imaging

/// Every format is read with its pages, resolution and orientation.
@Suite struct ImageFileTests {
  private func open(_ bytes: [UInt8], limits: IntakeLimits = .standard) throws -> ImageFile {
    try ImageFile(bytes, format: try FileFormat.sniff(bytes), limits: limits)
  }

  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var format: FileFormat
    /// What the file states; 0 where the format or its writer states none.
    var dpi: Int
    var isColour: Bool
    var bytes: @Sendable () throws -> [UInt8]
    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(name: "colour JPEG", format: .jpeg, dpi: 0, isColour: true) {
      try SamplePicture.colour().jpeg(quality: 90)
    },
    Sample(name: "gray JPEG of 60 dpi", format: .jpeg, dpi: 60, isColour: false) {
      try SamplePicture.gray(dpi: 60).jpeg(quality: 90)
    },
    Sample(name: "colour PNG of 60 dpi", format: .png, dpi: 60, isColour: true) {
      try SamplePicture.colour(dpi: 60).png()
    },
    Sample(name: "gray PNG", format: .png, dpi: 0, isColour: false) {
      try SamplePicture.gray().png()
    },
    Sample(name: "LZW TIFF of 60 dpi", format: .tiff, dpi: 60, isColour: true) {
      SamplePicture.tiff([try SamplePicture.colour(dpi: 60)], compression: IFF_TIFF_LZW)
    },
    Sample(name: "G4 TIFF", format: .tiff, dpi: 0, isColour: false) {
      SamplePicture.tiff([try SamplePicture.gray()], compression: IFF_TIFF_G4)
    },
    Sample(name: "JPEG in TIFF", format: .tiff, dpi: 0, isColour: true) {
      SamplePicture.tiff([try SamplePicture.colour()], compression: IFF_TIFF_JPEG)
    },
    Sample(name: "Zip TIFF", format: .tiff, dpi: 0, isColour: false) {
      SamplePicture.tiff([try SamplePicture.gray()], compression: IFF_TIFF_ZIP)
    },
    Sample(name: "WebP", format: .webp, dpi: 0, isColour: true) {
      SamplePicture.encoded(try SamplePicture.colour()) { pixWriteMemWebP($0, $1, $2, 90, 0) }
    },
    Sample(name: "JP2", format: .jpeg2000, dpi: 0, isColour: true) {
      SamplePicture.encoded(try SamplePicture.colour()) {
        pixWriteMemJp2k($0, $1, $2, 40, 4, Int32(L_JP2_CODEC), 0)
      }
    },
    Sample(name: "bare JPEG 2000 codestream", format: .jpeg2000, dpi: 0, isColour: false) {
      SamplePicture.encoded(try SamplePicture.gray()) {
        pixWriteMemJp2k($0, $1, $2, 40, 4, Int32(L_J2K_CODEC), 0)
      }
    },
    Sample(name: "BMP of 60 dpi", format: .bmp, dpi: 60, isColour: true) {
      SamplePicture.encoded(try SamplePicture.colour(dpi: 60)) { pixWriteMemBmp($0, $1, $2) }
    },
    Sample(name: "HEIC", format: .heic, dpi: 0, isColour: true) {
      try SamplePicture.fixture("plain.heic")
    },
  ]

  @Test(arguments: samples) func readsEveryFormat(sample: Sample) throws {
    let bytes = try sample.bytes()
    let file = try open(bytes)
    #expect(file.format == sample.format)
    #expect(file.pages.map { [$0.width, $0.height] } == [[96, 64]])
    let image = try file.page(0)
    #expect((image.width, image.height) == (96, 64))
    #expect(image.isColour == sample.isColour)
    #expect(image.dpi == sample.dpi)
    #expect(SamplePicture.darkCorner(of: image) == .upperLeft)
  }

  /// Where the stored upper left corner must be shown (EXIF 2.32, tag 274).
  static let shown: [(Int, SamplePicture.Corner)] = [
    (1, .upperLeft), (2, .upperRight), (3, .lowerRight), (4, .lowerLeft),
    (5, .upperLeft), (6, .upperRight), (7, .lowerRight), (8, .lowerLeft),
  ]

  @Test(arguments: shown) func turnsAsEXIFSays(code: Int, corner: SamplePicture.Corner) throws {
    let bytes = ForgedHeaders.jpeg(
      try SamplePicture.colour().jpeg(quality: 90), orientation: code, dpi: 0)
    let image = try open(bytes).page(0)
    #expect((image.width, image.height) == (code < 5 ? (96, 64) : (64, 96)))
    #expect(SamplePicture.darkCorner(of: image) == corner)
    // A wide corner stays wide unless the picture is turned to its side.
    let gray = image.grayBytes()
    let row = corner == .upperLeft || corner == .upperRight ? 4 : image.height - 5
    let dark = gray[row * image.width..<(row + 1) * image.width].count { $0 < 90 }
    #expect(((code < 5 ? 22...26 : 14...18) as ClosedRange<Int>).contains(dark))
  }

  @Test(arguments: shown, [1, 3]) func turnsAsTIFFSays(
    shown: (Int, SamplePicture.Corner), samples: Int
  ) throws {
    let gray = try SamplePicture.gray().grayBytes()
    let bytes = ForgedHeaders.tiff(
      pixels: gray.flatMap { [UInt8](repeating: $0, count: samples) }, width: 96, height: 64,
      samples: samples, orientation: shown.0)
    let image = try open(bytes).page(0)
    #expect((image.width, image.height) == (shown.0 < 5 ? (96, 64) : (64, 96)))
    #expect(SamplePicture.darkCorner(of: image) == shown.1)
  }

  @Test func anUnknownOrientationCountsAsUpright() throws {
    let jpeg = try SamplePicture.gray().jpeg()
    for code in [0, 9, 65_535] {
      let image = try open(ForgedHeaders.jpeg(jpeg, orientation: code)).page(0)
      #expect(SamplePicture.darkCorner(of: image) == .upperLeft)
    }
  }

  @Test func theTurnOfHEICIsAppliedOnce() throws {
    let image = try open(try SamplePicture.fixture("turned.heic")).page(0)
    #expect((image.width, image.height) == (64, 96))
    #expect(SamplePicture.darkCorner(of: image) == .upperRight)
  }

  @Test func everyPageOfATIFFIsRead() throws {
    let pages = [
      try SamplePicture.gray(), try SamplePicture.gray().turned(quarterTurns: 1),
      try SamplePicture.gray().turned(quarterTurns: 2),
    ]
    for compression in [IFF_TIFF_LZW, IFF_TIFF_G4] {
      let file = try open(SamplePicture.tiff(pages, compression: compression))
      #expect(file.pages.map(\.width) == [96, 64, 96])
      #expect(
        try (0..<3).map { SamplePicture.darkCorner(of: try file.page($0)) }
          == [.upperLeft, .upperRight, .lowerRight])
    }
  }

  @Test func theResolutionMustMakeSense() {
    // 4032 pixels at 72 dpi would be a sheet of 56 inches: a camera's default.
    #expect(PageHeader(width: 4032, height: 3024, dpi: 72).dpi == 0)
    #expect(PageHeader(width: 595, height: 842, dpi: 72).dpi == 72)
    #expect(PageHeader(width: 2480, height: 3508, dpi: 300).dpi == 300)
    #expect(PageHeader(width: 2480, height: 3508, dpi: 1).dpi == 0)
    #expect(PageHeader(width: 2480, height: 3508, dpi: 9600).dpi == 0)
  }

  @Test func theResolutionOfEXIFCountsWhereJFIFIsSilent() throws {
    let bytes = ForgedHeaders.jpeg(
      try SamplePicture.gray().jpeg(), orientation: 1, dpi: 60)
    #expect(try open(bytes).page(0).dpi == 60)
  }

  @Test func aPageBeyondTheWorkingPixelsIsReduced() throws {
    let limits = IntakeLimits(workingPixels: 2000)
    for sample in Self.samples {
      let image = try open(try sample.bytes(), limits: limits).page(0)
      #expect((image.width, image.height) == (48, 32), "\(sample.name)")
      #expect(SamplePicture.darkCorner(of: image) == .upperLeft, "\(sample.name)")
      #expect(image.dpi == sample.dpi / 2, "\(sample.name)")
    }
  }
}
