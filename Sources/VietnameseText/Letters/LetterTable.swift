/// Leads from scalars to letters and back; built once, read-only.
struct LetterTable: Sendable {
  static let shared = LetterTable()

  /// One entry per scalar below U+1F00; 0 where there is no letter.
  private var entries = [UInt16](repeating: 0, count: 0x1F00)
  private var scalars: [UInt16: Unicode.Scalar] = [:]

  private init() {
    for value in UInt8(ascii: "a")...UInt8(ascii: "z") {
      add(
        Unicode.Scalar(value),
        Letter(base: value, quality: .plain, tone: .level, isUppercase: false))
    }
    for value in UInt8(ascii: "0")...UInt8(ascii: "9") {
      add(
        Unicode.Scalar(value),
        Letter(base: value, quality: .plain, tone: .level, isUppercase: false))
    }
    let rows: [(String, UInt8, Letter.Quality)] = [
      ("aàảãáạ", 0x61, .plain), ("ăằẳẵắặ", 0x61, .breve), ("âầẩẫấậ", 0x61, .circumflex),
      ("eèẻẽéẹ", 0x65, .plain), ("êềểễếệ", 0x65, .circumflex), ("iìỉĩíị", 0x69, .plain),
      ("oòỏõóọ", 0x6F, .plain), ("ôồổỗốộ", 0x6F, .circumflex), ("ơờởỡớợ", 0x6F, .horn),
      ("uùủũúụ", 0x75, .plain), ("ưừửữứự", 0x75, .horn), ("yỳỷỹýỵ", 0x79, .plain),
      ("đ", 0x64, .stroke),
      ("ŏ", 0x6F, .foreign), ("ŭ", 0x75, .foreign), ("ĕ", 0x65, .foreign), ("ĭ", 0x69, .foreign),
      ("č", 0x63, .foreign), ("ñ", 0x6E, .foreign),
    ]
    for (letters, base, quality) in rows {
      for (scalar, tone) in zip(letters.unicodeScalars, Tone.allCases) {
        add(scalar, Letter(base: base, quality: quality, tone: tone, isUppercase: false))
      }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ letter: Letter) {
    set(scalar, letter)
    let upper = String(scalar).uppercased().unicodeScalars
    if let capital = upper.first, upper.count == 1, capital != scalar {
      set(
        capital,
        Letter(base: letter.base, quality: letter.quality, tone: letter.tone, isUppercase: true))
    }
  }

  private mutating func set(_ scalar: Unicode.Scalar, _ letter: Letter) {
    let key = Self.key(letter)
    entries[Int(scalar.value)] = key
    scalars[key] = scalar
  }

  func letter(_ value: UInt32) -> Letter? {
    guard value < 0x1F00 else { return nil }
    let entry = entries[Int(value)]
    guard entry != 0, let quality = Letter.Quality(rawValue: UInt8(entry >> 7 & 7)),
      let tone = Tone(rawValue: UInt8(entry >> 10 & 7))
    else { return nil }
    return Letter(
      base: UInt8(entry & 0x7F), quality: quality, tone: tone, isUppercase: entry >> 13 & 1 == 1)
  }

  func scalar(_ letter: Letter) -> Unicode.Scalar? { scalars[Self.key(letter)] }

  /// The lower-case ASCII letter or digit beneath the marks of `value`; 0 when there is none.
  func base(_ value: UInt32) -> UInt8 {
    value < 0x1F00 ? UInt8(entries[Int(value)] & 0x7F) : 0
  }

  /// Base, quality and tone in one number, letter case left out; 0 when there is no letter.
  func foldedCode(_ value: UInt32) -> UInt16 {
    value < 0x1F00 ? entries[Int(value)] & 0x1FFF : 0
  }

  private static func key(_ letter: Letter) -> UInt16 {
    UInt16(letter.base) | UInt16(letter.quality.rawValue) << 7 | UInt16(letter.tone.rawValue) << 10
      | (letter.isUppercase ? 1 << 13 : 0)
  }
}
