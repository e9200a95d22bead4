/// The check digit of ICAO 9303: weights 7, 3, 1 over letters and digits.
enum CheckDigit {
  /// The value of a character: digits 0–9, letters 10–35, the filler 0; nil for others.
  static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 0x41 + 10
    case UInt8(ascii: "<"): 0
    default: nil
    }
  }

  /// The check digit, as a character, over `bytes`; nil when one of them is not in the alphabet.
  static func digit(over bytes: some Sequence<UInt8>) -> UInt8? {
    let weights = [7, 3, 1]
    var sum = 0
    for (index, byte) in bytes.enumerated() {
      guard let value = value(of: byte) else { return nil }
      sum += value * weights[index % 3]
    }
    return UInt8(0x30 + sum % 10)
  }
}
