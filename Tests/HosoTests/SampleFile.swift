import Foundation

/// Files to give to the program, good and bad.
enum SampleFile: String, CaseIterable, Sendable {
  case form = "form.pdf"
  case blank = "blank.tif"
  case truncatedJPEG = "truncated.jpg"
  case truncatedPDF = "truncated.pdf"
  case truncatedTIFF = "truncated.tif"
  case empty = "empty.jpg"
  case text = "text.pdf"
  case huge = "huge.tif"
  case locked = "locked.pdf"

  /// The code in `dictionaries/reasons.json` of why the file is refused; nil for one that is read.
  var refusal: String? {
    switch self {
    case .form: nil
    case .blank: "page.blank"
    case .truncatedJPEG, .truncatedPDF, .truncatedTIFF: "file.damaged"
    case .empty: "file.empty"
    case .text: "file.unknown-format"
    case .huge: "file.too-many-pixels"
    case .locked: "file.encrypted"
    }
  }

  /// The content of the file.
  func bytes() throws -> [UInt8] {
    switch self {
    case .form: try Self.file("corpus/form-01/clean-01/scan.pdf")
    case .blank: Self.tiff(width: 400, height: 300)
    case .truncatedJPEG: Self.half(of: try Self.file("corpus/form-01/office-02/scan.jpg"))
    case .truncatedPDF: Self.half(of: try Self.file("corpus/form-01/office-01/scan.pdf"))
    case .truncatedTIFF: Self.half(of: try Self.file("corpus/demo/card-both-sides.tif"))
    case .empty: []
    case .text: Array("a text, whatever its name says\n".utf8)
    case .huge: Self.tiff(width: 20_000, height: 20_000)
    case .locked: try Self.file("Tests/RenderingTests/Fixtures/locked.pdf")
    }
  }

  private static func file(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Hoso.root.appending(path: path)))
  }

  private static func half(of bytes: [UInt8]) -> [UInt8] { Array(bytes[..<(bytes.count / 2)]) }

  /// A white bilevel page, its rows packed as TIFF 6.0 section 9 says.
  private static func tiff(width: Int, height: Int) -> [UInt8] {
    var row: [UInt8] = []
    var left = (width + 7) / 8
    while left > 0 {
      let run = min(left, 128)
      row += [UInt8(truncatingIfNeeded: 257 - run), 0]
      left -= run
    }
    let pixels = Array(repeatElement(row, count: height).joined())
    // Tag, type, value: size, depth, PackBits, white is zero, one strip at byte 8.
    let entries = [
      (256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 32_773), (262, 3, 0), (273, 4, 8),
      (278, 4, height), (279, 4, pixels.count),
    ]
    var file = Array("II".utf8) + little(42, 2) + little(8 + pixels.count, 4) + pixels
    file += little(entries.count, 2)
    for (tag, type, value) in entries {
      file += little(tag, 2) + little(type, 2) + little(1, 4) + little(value, 4)
    }
    return file + little(0, 4)
  }

  private static func little(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
