internal import CTesseract

/// JPEG 2000, as a JP2 file or a bare codestream.
enum JPEG2000Format {
  /// The size that the codestream states; the largest when several are embedded.
  static func header(of bytes: [UInt8]) throws(Refusal) -> PageHeader {
    let reader = ByteReader(bytes)
    var largest: PageHeader?
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: 0xff), start + 24 <= bytes.count {
      offset = start + 1
      // SOC and SIZ, the two markers that begin every codestream; they occur nowhere else in one.
      guard reader.integer(start, size: 4) == 0xff4f_ff51,
        let right = reader.integer(start + 8, size: 4),
        let bottom = reader.integer(start + 12, size: 4),
        let left = reader.integer(start + 16, size: 4),
        let top = reader.integer(start + 20, size: 4)
      else { continue }
      let found = PageHeader(width: right - left, height: bottom - top)
      guard found.width > 0, found.height > 0 else { continue }
      if area(found) > largest.map(area) ?? 0 { largest = found }
    }
    guard let largest else { throw .damaged }
    return largest
  }

  /// The pixels of a page whose sides are numbers of 32 bits.
  private static func area(_ page: PageHeader) -> UInt64 {
    UInt64(page.width) * UInt64(page.height)
  }

  static func decode(_ bytes: [UInt8], header: PageHeader) throws(ImageError) -> PageImage? {
    try PageImage.decoded(bytes, dpi: header.dpi) { pixReadMemJp2k($0, $1, 1, nil, 0, 0) }
  }
}
