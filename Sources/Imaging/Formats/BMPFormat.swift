internal import CTesseract

/// Windows bitmaps.
enum BMPFormat {
  static func header(of bytes: [UInt8]) throws(Refusal) -> PageHeader {
    let reader = ByteReader(bytes, isBigEndian: false)
    guard let width = signed(reader, at: 18), let height = signed(reader, at: 22) else {
      throw .damaged
    }
    let dotsPerMetre = reader.integer(38, size: 4) ?? 0
    return PageHeader(
      width: width, height: abs(height), dpi: Double(dotsPerMetre) * 0.0254)
  }

  private static func signed(_ reader: ByteReader, at offset: Int) -> Int? {
    reader.integer(offset, size: 4).map { Int(Int32(truncatingIfNeeded: $0)) }
  }

  static func decode(_ bytes: [UInt8], header: PageHeader) throws(ImageError) -> PageImage? {
    try PageImage.decoded(bytes, dpi: header.dpi) { pixReadMemBmp($0, $1) }
  }
}
