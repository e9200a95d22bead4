@testable import Imaging

/// Files whose headers say what no writer here would: tags by hand, sizes without pixels.
enum ForgedHeaders {
  static func big(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ((size - 1 - $0) * 8)) }
  }

  static func little(_ value: Int, _ size: Int) -> [UInt8] { big(value, size).reversed() }

  /// An EXIF block that holds an orientation and a resolution.
  static func exif(orientation: Int, dpi: Int = 0) -> [UInt8] {
    Array("MM".utf8) + big(42, 2) + big(8, 4) + big(3, 2)
      + big(274, 2) + big(3, 2) + big(1, 4) + big(orientation, 2) + [0, 0]
      + big(282, 2) + big(5, 2) + big(1, 4) + big(50, 4)
      + big(296, 2) + big(3, 2) + big(1, 4) + big(2, 2) + [0, 0]
      + big(0, 4) + big(dpi, 4) + big(1, 4)
  }

  /// `jpeg` with an EXIF segment put in after its first marker.
  static func jpeg(_ jpeg: [UInt8], orientation: Int, dpi: Int = 0) -> [UInt8] {
    let body = Array("Exif\0\0".utf8) + exif(orientation: orientation, dpi: dpi)
    let segment = [0xff, 0xe1] + big(body.count + 2, 2) + body
    return Array(jpeg[..<2]) + segment + Array(jpeg[2...])
  }

  /// An uncompressed little-endian TIFF of one page; `samples` is 1 for gray or 3 for colour.
  static func tiff(
    pixels: [UInt8], width: Int, height: Int, samples: Int, orientation: Int
  ) -> [UInt8] {
    let entries: [(tag: Int, type: Int, value: Int)] = [
      (256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1),
      (262, 3, samples == 1 ? 1 : 2), (273, 4, 8), (274, 3, orientation), (277, 3, samples),
      (278, 4, height), (279, 4, pixels.count),
    ]
    let padding = pixels.count % 2
    var file = Array("II".utf8) + little(42, 2) + little(8 + pixels.count + padding, 4)
    file += pixels + [UInt8](repeating: 0, count: padding)
    file += little(entries.count, 2)
    for entry in entries {
      file += little(entry.tag, 2) + little(entry.type, 2) + little(1, 4) + little(entry.value, 4)
    }
    return file + little(0, 4)
  }

  /// The beginning of a PNG of this size, without its pixels.
  static func png(width: Int, height: Int) -> [UInt8] {
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] + big(13, 4) + Array("IHDR".utf8)
      + big(width, 4) + big(height, 4) + [8, 0, 0, 0, 0] + big(0, 4)
  }

  /// The beginning of a JPEG of this size, without its pixels.
  static func jpeg(width: Int, height: Int) -> [UInt8] {
    [0xff, 0xd8, 0xff, 0xc0] + big(11, 2) + [8] + big(height, 2) + big(width, 2)
      + [1, 1, 0x11, 0, 0xff, 0xd9]
  }

  /// The beginning of a bitmap of this size, without its pixels.
  static func bmp(width: Int, height: Int) -> [UInt8] {
    Array("BM".utf8) + little(54, 4) + little(0, 4) + little(54, 4) + little(40, 4)
      + little(width, 4) + little(height, 4) + little(1, 2) + little(24, 2)
      + [UInt8](repeating: 0, count: 24)
  }

  /// The beginning of a JPEG 2000 codestream of this size, without its pixels.
  static func jpeg2000(width: Int, height: Int) -> [UInt8] {
    [0xff, 0x4f, 0xff, 0x51] + big(41, 2) + big(0, 2) + big(width, 4) + big(height, 4)
      + big(0, 8) + big(width, 4) + big(height, 4) + big(0, 8) + big(1, 2) + [7, 1, 1]
  }
}
