import Documents

/// Corrections of characters that readers of OCR-B confuse.
enum OCRBCorrection {
  /// The filler of machine-readable zones.
  static let filler = UInt8(ascii: "<")

  /// Letters that stand for a digit where a digit must stand.
  private static let digits: [UInt8: UInt8] = table([
    ("O", "0"), ("Q", "0"), ("D", "0"), ("U", "0"), ("I", "1"), ("L", "1"), ("Z", "2"),
    ("S", "5"), ("G", "6"), ("B", "8"), ("T", "7"), ("A", "4"),
  ])

  /// Digits that stand for a letter where a letter must stand.
  private static let letters: [UInt8: UInt8] = table([
    ("0", "O"), ("1", "I"), ("2", "Z"), ("5", "S"), ("6", "G"), ("8", "B"), ("4", "A"),
  ])

  /// Digits that a reader takes for one another.
  private static let similar: [UInt8: [UInt8]] = {
    let pairs = [
      "08", "06", "17", "27", "38", "35", "56", "58", "68", "69", "14", "49", "09", "89", "47",
    ]
    var table: [UInt8: [UInt8]] = [:]
    for pair in pairs.map({ Array($0.utf8) }) {
      table[pair[0], default: []].append(pair[1])
      table[pair[1], default: []].append(pair[0])
    }
    return table
  }()

  /// The line with what its positions allow put right.
  ///
  /// In `pattern`, `d` stands for a digit, `n` for a digit or filler, `s` for the sex; any other
  /// character stands for itself.
  static func settled(_ line: [UInt8], pattern: [UInt8]) -> [UInt8] {
    zip(line, pattern).map { byte, rule in
      switch rule {
      case UInt8(ascii: "d"), UInt8(ascii: "n"): digits[byte] ?? byte
      case UInt8(ascii: "s"): sex(byte)
      default: rule
      }
    }
  }

  /// A name line with its digits read as the letters they stand for.
  static func settledName(_ line: [UInt8]) -> [UInt8] { line.map { letters[$0] ?? $0 } }

  /// The readings of `bytes`, the last of which is the check digit, for which the check holds:
  /// itself alone when it holds, else those that one exchange of similar digits leads to.
  static func readings(of bytes: [UInt8]) -> [[UInt8]] {
    func holds(_ bytes: [UInt8]) -> Bool {
      CheckDigit.digit(over: bytes.dropLast()) == bytes.last
    }
    if holds(bytes) { return [bytes] }
    var found: [[UInt8]] = []
    for index in bytes.indices {
      for other in similar[bytes[index]] ?? [] {
        var changed = bytes
        changed[index] = other
        if holds(changed) { found.append(changed) }
      }
    }
    return found
  }

  private static func sex(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "P"), UInt8(ascii: "E"): UInt8(ascii: "F")
    case UInt8(ascii: "N"), UInt8(ascii: "H"), UInt8(ascii: "W"): UInt8(ascii: "M")
    default: byte
    }
  }

  private static func table(_ pairs: [(Character, Character)]) -> [UInt8: UInt8] {
    var table: [UInt8: UInt8] = [:]
    for (from, to) in pairs {
      guard let from = from.asciiValue, let to = to.asciiValue else { continue }
      table[from] = to
    }
    return table
  }
}
