/// Decodes scalars of UTF-8 held as bytes.
enum UTF8Scalar {
  /// The scalar at `place`, and how many bytes it has; U+FFFD of one byte where there is none.
  @inline(__always)
  static func decode(_ bytes: [UInt8], at place: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(bytes[place])
    if first < 0x80 { return (first, 1) }
    func continuation(_ offset: Int) -> UInt32? {
      guard place + offset < end, bytes[place + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[place + offset] & 0x3F)
    }
    if first >= 0xC2, first < 0xE0, let second = continuation(1) {
      return ((first & 0x1F) << 6 | second, 2)
    }
    if first >= 0xE0, first < 0xF0, let second = continuation(1), let third = continuation(2) {
      return ((first & 0xF) << 12 | second << 6 | third, 3)
    }
    if first >= 0xF0, first < 0xF5, let second = continuation(1), let third = continuation(2),
      let fourth = continuation(3)
    {
      return ((first & 7) << 18 | second << 12 | third << 6 | fourth, 4)
    }
    return (0xFFFD, 1)
  }

  /// Appends the UTF-8 of `scalar` to `bytes`.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(scalar))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(scalar >> 6))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    case 0x800..<0x10000:
      bytes.append(0xE0 | UInt8(scalar >> 12))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    default:
      bytes.append(0xF0 | UInt8(scalar >> 18 & 7))
      bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
      bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
      bytes.append(0x80 | UInt8(scalar & 0x3F))
    }
  }
}
