internal import CTesseract

/// JPEG, with the resolution and orientation of its JFIF and EXIF segments.
enum JPEGFormat {
  static func header(of bytes: [UInt8]) throws(Refusal) -> PageHeader {
    guard let markers = JPEGMarkers(bytes) else { throw .damaged }
    return PageHeader(
      width: markers.width, height: markers.height, dpi: markers.dpi,
      orientation: markers.orientation)
  }

  /// Decodes the image, `reduction` times smaller; nil when data is missing or corrupt.
  ///
  /// The decoder fills what it misses with gray and only warns. One warning is harmless (bytes
  /// too many between two segments) as long as the image has its end marker; missing or corrupt
  /// data gives several.
  static func decode(_ bytes: [UInt8], header: PageHeader, reduction: Int) throws(ImageError)
    -> PageImage?
  {
    var warnings: Int32 = 0
    let image = try PageImage.decoded(bytes, dpi: header.dpi / reduction) {
      pixReadMemJpeg($0, $1, 0, Int32(reduction), &warnings, 0)
    }
    guard warnings < 2 else { return nil }
    guard warnings == 0 || JPEGMarkers.hasEnd(bytes) else { return nil }
    return image
  }
}
