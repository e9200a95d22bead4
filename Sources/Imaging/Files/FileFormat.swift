/// A format we read, known by the first bytes of a file; names of files do not count.
package enum FileFormat: String, CaseIterable, Sendable {
  case jpeg
  case png
  case tiff
  case webp
  case jpeg2000
  case bmp
  case heic
  case pdf
}

extension FileFormat {
  /// The format of `bytes`; throws a refusal that names what they are instead.
  package static func sniff(_ bytes: [UInt8]) throws(Refusal) -> FileFormat {
    guard !bytes.isEmpty else { throw .empty }
    if let format = ours(bytes) { return format }
    throw .unknownFormat(foreignName(of: bytes))
  }

  private static func ours(_ bytes: [UInt8]) -> FileFormat? {
    func starts(_ magic: [UInt8], at offset: Int = 0) -> Bool {
      bytes.count >= offset + magic.count
        && bytes[offset..<offset + magic.count].elementsEqual(magic)
    }
    if starts([0xff, 0xd8, 0xff]) { return .jpeg }
    if starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) { return .png }
    if starts([0x49, 0x49, 0x2a, 0]) || starts([0x4d, 0x4d, 0, 0x2a]) { return .tiff }
    if starts([0x49, 0x49, 0x2b, 0]) || starts([0x4d, 0x4d, 0, 0x2b]) { return .tiff }
    if starts(Array("RIFF".utf8)), starts(Array("WEBP".utf8), at: 8) { return .webp }
    if starts([0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20]) { return .jpeg2000 }
    if starts([0xff, 0x4f, 0xff, 0x51]) { return .jpeg2000 }
    if starts(Array("ftyp".utf8), at: 4), isHEIF(brand: bytes[8..<min(12, bytes.count)]) {
      return .heic
    }
    if starts(Array("BM".utf8)), bytes.count >= 30, starts([0, 0, 0, 0], at: 6) { return .bmp }
    // Readers accept a PDF header anywhere within the first kilobyte.
    return firstKilobyte(bytes, contains: "%PDF-") ? .pdf : nil
  }

  private static func isHEIF(brand: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: brand, as: UTF8.self)
    return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"].contains(name)
  }

  private static func firstKilobyte(_ bytes: [UInt8], contains text: StaticString) -> Bool {
    let wanted = Array("\(text)".utf8)
    let end = min(1024, bytes.count) - wanted.count
    guard end >= 0 else { return false }
    return (0...end).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }

  /// What a file that is not ours seems to be, in a word or two.
  private static func foreignName(of bytes: [UInt8]) -> String {
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)),
      firstKilobyte(bytes, contains: "[Content_Types].xml")
    {
      return "Word or Excel document"
    }
    for (magic, name) in foreign where bytes.starts(with: magic) { return name }
    if bytes.count > 11, bytes[4..<8].elementsEqual("ftyp".utf8) { return "video" }
    let head = bytes.prefix(512)
    let isText = head.allSatisfy { $0 >= 0x20 || $0 == 9 || $0 == 10 || $0 == 13 }
    return isText ? "text" : "unknown"
  }

  /// First bytes of formats that office folders hold beside scans, from their specifications.
  private static let foreign: [([UInt8], String)] = [
    (Array("PK\u{3}\u{4}".utf8), "zip archive"),
    (Array("PK\u{5}\u{6}".utf8), "zip archive"),
    (Array("Rar!\u{1a}\u{7}".utf8), "rar archive"),
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "7z archive"),
    ([0x1f, 0x8b], "gzip archive"),
    (Array("BZh".utf8), "bzip2 archive"),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "xz archive"),
    ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "old Office document"),
    (Array("{\\rtf".utf8), "rich text"),
    (Array("GIF8".utf8), "gif image"),
    ([0x7f, 0x45, 0x4c, 0x46], "program"),
    (Array("MZ".utf8), "program"),
  ]
}
