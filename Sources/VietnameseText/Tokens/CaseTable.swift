/// The capitals and small letters of the scalars that words of Vietnamese text are made of.
struct CaseTable: Sendable {
  static let shared = CaseTable()

  private var uppers: [UInt16]
  private var lowers: [UInt16]

  private init() {
    uppers = (0..<0x1F00).map { UInt16($0) }
    lowers = uppers
    for value in 0x41..<UInt32(0x1F00) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if upper.count == 1, let first = upper.first, first.value < 0x1F00 {
        uppers[Int(value)] = UInt16(first.value)
      }
      if lower.count == 1, let first = lower.first, first.value < 0x1F00 {
        lowers[Int(value)] = UInt16(first.value)
      }
    }
  }

  func upper(_ scalar: UInt32) -> UInt32 { scalar < 0x1F00 ? UInt32(uppers[Int(scalar)]) : scalar }
  func lower(_ scalar: UInt32) -> UInt32 { scalar < 0x1F00 ? UInt32(lowers[Int(scalar)]) : scalar }

  /// Whether the letter is a capital; nil where there is no such difference.
  func isUpper(_ scalar: UInt32) -> Bool? {
    guard scalar < 0x1F00 else { return nil }
    if lowers[Int(scalar)] != UInt16(scalar) { return true }
    return uppers[Int(scalar)] != UInt16(scalar) ? false : nil
  }
}
