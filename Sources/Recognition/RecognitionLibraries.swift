internal import CTesseract
internal import CZXing

/// The versions of the C libraries that read print and codes.
package enum RecognitionLibraries {
  /// The version of Tesseract.
  package static var tesseract: String { String(cString: TessVersion()) }
  /// The version of ZXing.
  package static var zxing: String { String(cString: hoso_zxing_version()) }
}
