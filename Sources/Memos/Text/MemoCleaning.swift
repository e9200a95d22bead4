internal import Foundation
internal import VietnameseText

/// Undoes what programs on the way do to the letters of a memo, where that is certain.
enum MemoCleaning {
  /// `text` in NFC, with entities of HTML resolved and UTF-8 that was taken for Windows-1252 put
  /// right.
  static func cleaned(_ text: String) -> String {
    let resolved = text.contains("&") ? resolvingEntities(text) : text
    return (rereadAsUTF8(resolved) ?? resolved).normalized()
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ",
  ]

  private static func resolvingEntities(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(10).firstIndex(of: ";"),
        let scalar = scalar(ofEntity: rest[rest.index(after: start)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(ofEntity name: Substring) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[String(name)] }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X")
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).flatMap { $0.value >= 32 ? $0 : nil }
  }

  /// The text that these bytes are, if they are UTF-8 throughout.
  private static func rereadAsUTF8(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: { (0xC2...0xF4).contains($0.value) }) else {
      return nil
    }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = windows1252(scalar) else { return nil }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8? {
    // What Windows-1252 leaves open comes through as the control character.
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return high[scalar]
  }

  /// Windows-1252 from 0x80 to 0x9F, where it is not Latin-1.
  private static let high: [Unicode.Scalar: UInt8] = {
    let letters = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars
    return Dictionary(
      zip(letters, UInt8(0x80)...0x9F), uniquingKeysWith: { first, _ in first })
  }()
}
