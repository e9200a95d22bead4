/// How the letters of a text file are stored.
public enum TextEncoding: String, CaseIterable, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-16 with the low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16 with the high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// The code page that Windows had for Vietnamese.
  case windows1258 = "Windows-1258"

  /// The encoding of `bytes`: by their mark, by the zeros of UTF-16, by whether they are UTF-8.
  public static func detected(in bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    let sample = bytes.prefix(4096)
    if sample.contains(0) {
      // The high bytes of Latin letters are zero.
      let odd = sample.indices.count { $0 % 2 == 1 && sample[$0] == 0 }
      let even = sample.indices.count { $0 % 2 == 0 && sample[$0] == 0 }
      return odd >= even ? .utf16LittleEndian : .utf16BigEndian
    }
    return String(validating: bytes, as: UTF8.self) == nil ? .windows1258 : .utf8
  }

  /// The text of `bytes` in NFC, without a byte-order mark; nil where they are no such text.
  public func text(of bytes: [UInt8]) -> String? {
    let text: String?
    switch self {
    case .utf8: text = String(validating: bytes, as: UTF8.self)
    case .utf16LittleEndian: text = Self.utf16(bytes, low: 0, high: 1)
    case .utf16BigEndian: text = Self.utf16(bytes, low: 1, high: 0)
    case .windows1258:
      text = String(String.UnicodeScalarView(bytes.map { Self.windows1258Scalars[Int($0)] }))
    }
    guard let text else { return nil }
    let unmarked = text.unicodeScalars.first == "\u{FEFF}" ? text.unicodeScalars.dropFirst() : nil
    return (unmarked.map { String($0) } ?? text).normalized()
  }

  private static func utf16(_ bytes: [UInt8], low: Int, high: Int) -> String? {
    guard bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { index in
      UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8
    }
    return String(validating: units, as: UTF16.self)
  }

  /// Windows-1258 after the mapping of unicode.org.
  ///
  /// Tones are marks behind their letter; what the page leaves open is the replacement character.
  static let windows1258Scalars: [Unicode.Scalar] = {
    let high =
      "€\u{FFFD}‚ƒ„…†‡ˆ‰\u{FFFD}‹Œ\u{FFFD}\u{FFFD}\u{FFFD}"
      + "\u{FFFD}‘’“”•–—˜™\u{FFFD}›œ\u{FFFD}\u{FFFD}Ÿ"
    var table = (0..<0x80).map { Unicode.Scalar(UInt8($0)) }
    table += high.unicodeScalars
    table += (0xA0..<0x100).map { Unicode.Scalar(UInt8($0)) }
    let changed: [(Int, Unicode.Scalar)] = [
      (0xC3, "Ă"), (0xCC, "\u{300}"), (0xD0, "Đ"), (0xD2, "\u{309}"), (0xD5, "Ơ"),
      (0xDD, "Ư"), (0xDE, "\u{303}"), (0xE3, "ă"), (0xEC, "\u{301}"), (0xF0, "đ"),
      (0xF2, "\u{323}"), (0xF5, "ơ"), (0xFD, "ư"), (0xFE, "₫"),
    ]
    for (place, scalar) in changed { table[place] = scalar }
    return table
  }()
}
