/// Which byte a letter of the Western code page stands for.
///
/// Windows-1252, with the codes that it leaves open, and all below 0x20, taken as themselves.
enum WesternLetters {
  /// The letter that `byte` is seen as.
  static func scalar(_ byte: UInt8) -> UInt32 {
    (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
  }

  /// The byte that is seen as `scalar`; nil when none is.
  static func byte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    return bytes[scalar]
  }

  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static let bytes: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for (index, scalar) in high.enumerated() { bytes[scalar] = UInt8(0x80 + index) }
    // What the capital of µ is in Unicode.
    bytes[0x039C] = 0xB5
    return bytes
  }()
}
