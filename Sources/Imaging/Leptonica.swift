package import CTesseract

/// What holds for the image library as a whole.
package enum Leptonica {
  /// Silences the library's messages on standard error; its failures become our errors.
  package static let isSilent: Bool = {
    setMsgSeverity(Int32(L_SEVERITY_NONE))
    return true
  }()

  /// The largest side that an image may have.
  package static let maximumSide = 32_767

  /// Frees `pix` when it is an image.
  package static func free(_ pix: UnsafeMutablePointer<Pix>?) {
    var pix = pix
    pixDestroy(&pix)
  }
}
