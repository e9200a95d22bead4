/// Text reduced to lower-case ASCII letters and digits, for comparing print that an engine misread.
///
/// Marks, case, spaces and punctuation are dropped, and đ becomes d, so that most errors of
/// recognition on Vietnamese letters vanish before any distance is measured.
enum FoldedText {
  /// The folded byte of a scalar; nil for anything but letters and digits.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value
    switch value {
    case 0x61...0x7A, 0x30...0x39: return UInt8(value)
    case 0x41...0x5A: return UInt8(value) + 0x20
    case 0..<0x80: return nil
    default: return accented[value]
    }
  }

  /// The folded bytes of a text.
  static func bytes(of text: some StringProtocol) -> [UInt8] {
    text.unicodeScalars.compactMap(byte(of:))
  }

  /// The folded text as a string.
  static func fold(_ text: some StringProtocol) -> String {
    String(decoding: bytes(of: text), as: UTF8.self)
  }

  private static let accented: [UInt32: UInt8] = {
    let families: [(Character, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậäåāǎ"), ("e", "èéẻẽẹêềếểễệëēĕě"), ("i", "ìíỉĩịïîīĭ"),
      ("o", "òóỏõọôồốổỗộơờớởỡợöøōŏ"), ("u", "ùúủũụưừứửữựüûūŭ"), ("y", "ỳýỷỹỵÿ"),
      ("d", "đð"), ("c", "çćč"), ("n", "ñń"), ("s", "śš"), ("z", "źž"),
    ]
    var table: [UInt32: UInt8] = [:]
    for (base, letters) in families {
      for letter in letters + letters.uppercased() {
        guard let scalar = letter.unicodeScalars.first else { continue }
        table[scalar.value] = base.asciiValue
      }
    }
    return table
  }()
}
