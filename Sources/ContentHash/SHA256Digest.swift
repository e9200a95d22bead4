internal import CSodium

/// The SHA-256 of some bytes (FIPS 180-4), by which a file and a registration are known.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest in lower-case hexadecimal, 64 letters.
  package let hexadecimal: String

  /// Hashes `bytes`.
  package init(of bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    // Needs no sodium_init(): hashing touches no shared state.
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    let letters = Array("0123456789abcdef")
    hexadecimal = String(digest.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] })
  }

  /// The digest in hexadecimal.
  package var description: String { hexadecimal }
}
