internal import CSodium
internal import Foundation

/// A key of 256 bits that originals are encrypted with.
public struct SealingKey: Hashable, Sendable {
  /// How many bytes name a key in the files sealed with it.
  static let idBytes = 8

  let bytes: [UInt8]
  /// What names the key; tells nothing about it.
  let id: [UInt8]

  /// The key that `text` says: 64 hexadecimal digits; nil when they are none.
  public init?(hexadecimal text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Int(crypto_secretstream_xchacha20poly1305_KEYBYTES) else {
      return nil
    }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    self.init(bytes)
  }

  /// A new key that nobody knows.
  public static func random() -> SealingKey {
    // The first use of libsodium's generator; may be called again and again.
    _ = sodium_init()
    var bytes = [UInt8](
      repeating: 0, count: Int(crypto_secretstream_xchacha20poly1305_KEYBYTES))
    randombytes_buf(&bytes, bytes.count)
    return SealingKey(bytes)
  }

  /// The key as it stands in a key file.
  public var hexadecimal: String {
    let letters = Array("0123456789abcdef")
    return String(bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] })
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var id = [UInt8](repeating: 0, count: 16)
    let salt = Array("hoso.key-id".utf8)
    crypto_generichash(
      &id, id.count, bytes, UInt64(bytes.count), salt + Array(repeating: 0, count: 5), 16)
    self.id = Array(id[..<Self.idBytes])
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
