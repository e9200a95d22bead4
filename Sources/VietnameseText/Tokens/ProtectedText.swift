/// Finds what no repair may touch: addresses of the web and of mail, numbers of documents.
enum ProtectedText {
  /// The part of the chunk `range` that must stay as it is; nil when it may be repaired.
  static func range(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var core = range
    while let first = core.first, isOpening(bytes[first]) { core = core.dropFirst() }
    while let last = core.last, isClosing(bytes[last]) { core = core.dropLast() }
    guard core.count > 2 else { return nil }
    return isAddress(bytes, core) || isDocumentNumber(bytes, core) ? core : nil
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x22 || byte == 0x27 || byte == 0x5B || byte == 0x3C
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    isOpening(byte) || byte == 0x29 || byte == 0x2E || byte == 0x2C || byte == 0x3B
      || byte == 0x3A || byte == 0x5D || byte == 0x3E || byte == 0x21 || byte == 0x3F
  }

  /// Whether the chunk is a URL, a host or an address of mail.
  private static func isAddress(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var lastDot: Int?
    var colon: Int?
    for place in range {
      switch bytes[place] {
      case 0x3A where colon == nil: colon = place
      case 0x2E: lastDot = place
      case 0x2F where place == (colon ?? -2) + 1: return true
      case 0x2F:
        // A host's name ends where its path begins.
        if let dot = lastDot, isTopLevel(bytes, dot + 1..<place) { return true }
        return false
      default: break
      }
    }
    guard let dot = lastDot, dot > range.lowerBound else { return false }
    return isTopLevel(bytes, dot + 1..<range.upperBound)
  }

  private static let topLevels: Set<[UInt8]> = Set(
    [
      "vn", "com", "net", "org", "info", "gov", "edu", "html", "htm", "aspx", "php", "pdf", "doc",
      "docx", "xls", "xlsx",
    ]
    .map { Array($0.utf8) })

  private static func isTopLevel(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard (2...4).contains(range.count) else { return false }
    return topLevels.contains(bytes[range].map { $0 | 0x20 })
  }

  /// Whether the chunk is the number of a document: digits, then `/` or `-` with letters after.
  private static func isDocumentNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var digits = 0
    var isAfterSign = false
    var capitals = 0
    for place in range {
      switch bytes[place] {
      case 0x30...0x39: digits += 1
      case 0x2F, 0x2D:
        guard digits > 0 else { return false }
        isAfterSign = true
      case 0x61...0x7A: return false
      case 0x41...0x5A, 0xC3...0xE1: capitals += isAfterSign ? 1 : 0
      case 0x80...0xFF, 0x2E, 0x26: break
      default: return false
      }
    }
    return digits > 0 && capitals > 0
  }
}
