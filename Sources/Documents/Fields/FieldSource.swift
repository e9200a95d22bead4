/// The witness that a value was taken from.
public enum FieldSource: String, Codable, CaseIterable, Sendable {
  /// Print, read by the OCR engine.
  case ocr
  /// A QR code.
  case qr
  /// A machine-readable zone (ICAO 9303, TD1).
  case mrz
  /// Another barcode.
  case barcode
  /// The text layer of a PDF.
  case textLayer = "text-layer"
}
