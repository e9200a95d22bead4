/// What a character is to the tokenizer.
enum CharacterClass {
  case space
  case letter
  case digit
  /// A mark within a name: H'Hen.
  case apostrophe
  /// A sign within dates and amounts.
  case number
  case bracket
  /// Punctuation that Vietnamese text has between words.
  case punctuation
  /// A sign that Vietnamese prose does not have.
  case stray

  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      switch UInt8(scalar) {
      case 0...0x20, 0x7F: self = .space
      case 0x41...0x5A, 0x61...0x7A: self = .letter
      case 0x30...0x39: self = .digit
      case 0x27: self = .apostrophe
      case 0x2E, 0x2C, 0x2F, 0x2D, 0x3A: self = .number
      case 0x28, 0x29: self = .bracket
      case 0x21, 0x22, 0x25, 0x26, 0x2B, 0x3B, 0x3D, 0x3F, 0x5B, 0x5D, 0x5F, 0x7B, 0x7D:
        self = .punctuation
      default: self = .stray
      }
      return
    }
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000,
      0xFEFF:
      self = .space
    case 0x2019, 0x02BC: self = .apostrophe
    case 0xA2, 0xA3, 0xA5, 0xA9, 0xAE, 0xB5, 0x20AC: self = .stray
    case 0x80...0xBF, 0xD7, 0xF7, 0x2010...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF,
      0x3001...0x303F, 0xFF00...0xFF0F, 0xFFFD:
      self = .punctuation
    default: self = .letter
    }
  }
}
