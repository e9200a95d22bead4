/// Kinds of archives, known by how they begin.
enum ArchiveFormat: String {
  case zip = "ZIP"
  case rar = "RAR"
  case sevenZip = "7z"
  case gzip
  case bzip2
  case xz
  case zstandard
  case tar
  case cabinet = "CAB"

  /// The kind of the archive `bytes`; nil when they are none.
  init?(_ bytes: [UInt8]) {
    let signatures: [(ArchiveFormat, [UInt8])] = [
      (.zip, [0x50, 0x4B, 3, 4]), (.zip, [0x50, 0x4B, 5, 6]), (.zip, [0x50, 0x4B, 7, 8]),
      (.rar, Array("Rar!".utf8) + [0x1A, 7]), (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
      (.gzip, [0x1F, 0x8B, 8]), (.bzip2, Array("BZh".utf8)),
      (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), (.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
      (.cabinet, Array("MSCF".utf8) + [0, 0, 0, 0]),
    ]
    if let found = signatures.first(where: { bytes.starts(with: $0.1) }) {
      self = found.0
    } else if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      self = .tar
    } else {
      return nil
    }
  }
}
