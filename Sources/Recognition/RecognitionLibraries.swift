internal import CTesseract

/// The version of the C library that reads print.
package enum RecognitionLibraries {
  /// The version of Tesseract.
  package static var tesseract: String { String(cString: TessVersion()) }
}
