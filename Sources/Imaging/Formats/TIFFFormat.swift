internal import CTesseract

/// TIFF and BigTIFF with all their pages.
enum TIFFFormat {
  static func headers(of bytes: [UInt8], limits: IntakeLimits) throws(Refusal) -> [PageHeader] {
    guard let file = TagDirectories(bytes, limit: limits.pages + 1), !file.directories.isEmpty
    else { throw .damaged }
    guard file.directories.count <= limits.pages else {
      throw .tooManyPages(file.directories.count, limit: limits.pages)
    }
    guard file.isComplete else { throw .damaged }
    return file.directories.map { directory in
      PageHeader(
        width: directory.integer(256) ?? 0, height: directory.integer(257) ?? 0,
        dpi: directory.dpi)
    }
  }

  /// Decodes one page; Leptonica applies the orientation tag itself.
  static func decode(_ bytes: [UInt8], page: Int, header: PageHeader) throws(ImageError)
    -> PageImage?
  {
    try PageImage.decoded(bytes, dpi: header.dpi) { pixReadMemTiff($0, $1, Int32(page)) }
  }
}
