internal import CSodium
internal import Foundation

/// The form of a sealed file: `HSEAL1`, a key's name, then libsodium's secret stream in pieces of
/// 64 KiB, the last of them marked as such.
///
/// The stream's purpose is bound to every piece, so that no file can take another's place.
enum SealedFile {
  private static let magic = Array("HSEAL1\n\0".utf8)
  private static let pieceBytes = 1 << 16
  private static let headerBytes = Int(crypto_secretstream_xchacha20poly1305_HEADERBYTES)
  private static let extraBytes = Int(crypto_secretstream_xchacha20poly1305_ABYTES)

  /// Seals `bytes` with `key` for `purpose`, and hands the pieces of the file to `write`.
  static func seal(
    _ bytes: [UInt8], purpose: String, key: SealingKey, write: ([UInt8]) throws -> Void
  ) throws {
    _ = sodium_init()
    var state = crypto_secretstream_xchacha20poly1305_state()
    var header = [UInt8](repeating: 0, count: headerBytes)
    crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key.bytes)
    try write(magic + key.id + header)
    let bound = Array(purpose.utf8)
    var start = 0
    repeat {
      let end = min(bytes.count, start + pieceBytes)
      let tag =
        end == bytes.count
        ? UInt8(crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        : UInt8(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
      var sealed = [UInt8](repeating: 0, count: end - start + extraBytes)
      bytes.withUnsafeBufferPointer { plain in
        _ = crypto_secretstream_xchacha20poly1305_push(
          &state, &sealed, nil, plain.baseAddress.map { $0 + start }, UInt64(end - start), bound,
          UInt64(bound.count), tag)
      }
      try write(sealed)
      start = end
    } while start < bytes.count
  }

  /// Opens the file whose content is `bytes`; nil when it is none, or of another key or purpose.
  static func open(_ bytes: [UInt8], purpose: String, keys: KeyRing) -> [UInt8]? {
    var start = magic.count + SealingKey.idBytes + headerBytes
    guard bytes.count >= start + extraBytes, bytes.starts(with: magic),
      let key = keys.key(bytes[magic.count..<magic.count + SealingKey.idBytes])
    else { return nil }
    var state = crypto_secretstream_xchacha20poly1305_state()
    let header = Array(bytes[(magic.count + SealingKey.idBytes)..<start])
    guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key.bytes) == 0 else {
      return nil
    }
    let bound = Array(purpose.utf8)
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    while start < bytes.count {
      let end = min(bytes.count, start + pieceBytes + extraBytes)
      guard end - start >= extraBytes else { return nil }
      var piece = [UInt8](repeating: 0, count: end - start - extraBytes)
      var tag: UInt8 = 0
      let outcome = bytes.withUnsafeBufferPointer { sealed in
        crypto_secretstream_xchacha20poly1305_pull(
          &state, &piece, nil, &tag, sealed.baseAddress.map { $0 + start }, UInt64(end - start),
          bound, UInt64(bound.count))
      }
      guard outcome == 0 else { return nil }
      plain += piece
      start = end
      let isLast = tag == UInt8(crypto_secretstream_xchacha20poly1305_TAG_FINAL)
      // A file that was cut off ends without its last piece.
      guard isLast == (start == bytes.count) else { return nil }
    }
    return plain
  }

  /// The name of the key that a file is sealed with; nil when it is none.
  static func keyID(_ beginning: [UInt8]) -> [UInt8]? {
    guard beginning.count >= magic.count + SealingKey.idBytes, beginning.starts(with: magic) else {
      return nil
    }
    return Array(beginning[magic.count..<magic.count + SealingKey.idBytes])
  }
}
