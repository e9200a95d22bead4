internal import CTesseract

/// WebP, one image; its EXIF chunk gives the orientation.
enum WebPFormat {
  static func header(of bytes: [UInt8]) throws(Refusal) -> PageHeader {
    _ = Leptonica.isSilent
    var width: Int32 = 0
    var height: Int32 = 0
    var samples: Int32 = 0
    let status = bytes.withUnsafeBufferPointer {
      readHeaderMemWebP($0.baseAddress, $0.count, &width, &height, &samples)
    }
    guard status == 0 else { throw .damaged }
    return PageHeader(
      width: Int(width), height: Int(height), orientation: orientation(of: bytes))
  }

  private static func orientation(of bytes: [UInt8]) -> Orientation {
    let reader = ByteReader(bytes, isBigEndian: false)
    var offset = 12
    while let length = reader.integer(offset + 4, size: 4) {
      if reader.spells("EXIF", at: offset) {
        // Some writers put JPEG's "Exif" and two zeros in front.
        let prefix = reader.spells("Exif", at: offset + 8) ? 6 : 0
        let exif = TagDirectories(
          bytes, start: offset + 8 + prefix, end: offset + 8 + length, limit: 1)
        return exif?.directories.first?.orientation ?? .upright
      }
      offset += 8 + length + length % 2
    }
    return .upright
  }

  static func decode(_ bytes: [UInt8], header: PageHeader) throws(ImageError) -> PageImage? {
    try PageImage.decoded(bytes, dpi: header.dpi) { pixReadMemWebP($0, $1) }
  }
}
