internal import CTesseract

/// PNG, with its physical size and EXIF chunks.
enum PNGFormat {
  static func header(of bytes: [UInt8]) throws(Refusal) -> PageHeader {
    let reader = ByteReader(bytes)
    guard reader.spells("IHDR", at: 12), let width = reader.integer(16, size: 4),
      let height = reader.integer(20, size: 4)
    else { throw .damaged }
    var dpi = 0.0
    var orientation = Orientation.upright
    var offset = 8
    while let length = reader.integer(offset, size: 4), !reader.spells("IEND", at: offset + 4) {
      if reader.spells("pHYs", at: offset + 4), reader.byte(offset + 16) == 1 {
        dpi = Double(reader.integer(offset + 8, size: 4) ?? 0) * 0.0254
      } else if reader.spells("eXIf", at: offset + 4),
        let exif = TagDirectories(bytes, start: offset + 8, end: offset + 8 + length, limit: 1)
      {
        orientation = exif.directories.first?.orientation ?? .upright
      }
      offset += length + 12
    }
    return PageHeader(width: width, height: height, dpi: dpi, orientation: orientation)
  }

  static func decode(_ bytes: [UInt8], header: PageHeader) throws(ImageError) -> PageImage? {
    try PageImage.decoded(bytes, dpi: header.dpi) { pixReadMemPng($0, $1) }
  }
}
