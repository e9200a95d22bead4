/// A decoded QR code or barcode.
public struct CodeReading: Hashable, Codable, Sendable {
  /// Which family of code it is.
  public enum Symbology: String, Codable, Sendable {
    case qr
    case pdf417
    case other
  }

  /// Which family of code it is.
  public var symbology: Symbology
  /// The payload as text; UTF-8 payloads are decoded as UTF-8.
  public var text: String
  /// Where it stands, in pixels of its region.
  public var box: PixelBox

  /// Creates a code reading.
  public init(symbology: Symbology, text: String, box: PixelBox) {
    self.symbology = symbology
    self.text = text
    self.box = box
  }
}
