internal import CTesseract

extension PageImage {
  /// The image that `read` decodes from `bytes`; nil when it gives none.
  static func decoded(
    _ bytes: [UInt8], dpi: Int,
    _ read: (UnsafePointer<UInt8>, Int) -> UnsafeMutablePointer<Pix>?
  ) throws(ImageError) -> PageImage? {
    _ = Leptonica.isSilent
    let pix = bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { read($0, buffer.count) }
    }
    guard let pix else { return nil }
    return try PageImage(owning: pix, dpi: dpi)
  }
}
