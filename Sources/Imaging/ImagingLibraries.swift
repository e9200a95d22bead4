internal import CHeif
internal import CTesseract

/// The versions of the C libraries that decode images.
package enum ImagingLibraries {
  /// The version of Leptonica, as `1.82.0`.
  package static var leptonica: String {
    guard let text = getLeptonicaVersion() else { return "unknown" }
    defer { lept_free(text) }
    return String(cString: text).replacing("leptonica-", with: "")
  }

  /// The version of libheif.
  package static var heif: String { String(cString: heif_get_version()) }
}
