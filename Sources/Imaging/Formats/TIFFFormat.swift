internal import CTesseract

/// TIFF and BigTIFF with all their pages.
enum TIFFFormat {
  /// The headers of all pages.
  ///
  /// Leptonica applies the orientation tag itself, but wrongly to colour pages of orientation 8.
  /// So the tags in `bytes` are set to upright, and each header says how its page must be turned.
  static func headers(of bytes: inout [UInt8], limits: IntakeLimits) throws(Refusal)
    -> [PageHeader]
  {
    guard let file = TagDirectories(bytes, limit: limits.pages + 1), !file.directories.isEmpty
    else { throw .damaged }
    guard file.directories.count <= limits.pages else {
      throw .tooManyPages(file.directories.count, limit: limits.pages)
    }
    guard file.isComplete else { throw .damaged }
    let headers = file.directories.map { directory in
      PageHeader(
        width: directory.integer(256) ?? 0, height: directory.integer(257) ?? 0,
        dpi: directory.dpi, orientation: directory.orientation)
    }
    let upright: [UInt8] = bytes.first == UInt8(ascii: "M") ? [0, 1] : [1, 0]
    for directory in file.directories where directory.orientation != .upright {
      guard let place = directory.orientationPlace else { throw .damaged }
      bytes.replaceSubrange(place, with: upright)
    }
    return headers
  }

  static func decode(_ bytes: [UInt8], page: Int, header: PageHeader) throws(ImageError)
    -> PageImage?
  {
    try PageImage.decoded(bytes, dpi: header.dpi) { pixReadMemTiff($0, $1, Int32(page)) }
  }
}
