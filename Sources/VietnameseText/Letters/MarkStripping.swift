extension String {
  /// The text without tone and letter marks: `Đặng Thuỳ` becomes `Dang Thuy`.
  ///
  /// The text should be in NFC; combining marks that stand alone go away too.
  public func strippingMarks() -> String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    let table = LetterTable.shared
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else if let letter = table.letter(scalar.value) {
        bytes.append(letter.isUppercase ? letter.base - 0x20 : letter.base)
      } else if !(0x300...0x36F).contains(scalar.value) {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
