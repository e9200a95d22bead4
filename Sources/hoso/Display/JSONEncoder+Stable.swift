import Foundation

extension JSONEncoder {
  /// Encodes what the program prints: the same value always gives the same bytes, on one line.
  static var stable: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// `value` as text in UTF-8.
  func text(of value: some Encodable) throws -> String {
    String(decoding: try encode(value), as: UTF8.self)
  }
}
