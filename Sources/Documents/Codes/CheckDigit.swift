/// The check digit of ICAO 9303: weights 7, 3, 1 over letters and digits.
package enum CheckDigit {
  /// The value of a character: digits 0–9, letters 10–35, the filler 0; nil for others.
  package static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 0x41 + 10
    case UInt8(ascii: "<"): 0
    default: nil
    }
  }

  /// The check digit, as a character, over `bytes`; nil when one of them is not in the alphabet.
  package static func digit(over bytes: some Sequence<UInt8>) -> UInt8? {
    let weights = [7, 3, 1]
    var sum = 0
    for (index, byte) in bytes.enumerated() {
      guard let value = value(of: byte) else { return nil }
      sum += value * weights[index % 3]
    }
    return UInt8(0x30 + sum % 10)
  }

  /// Whether the five check digits hold in the first two lines, of thirty characters each, of a
  /// zone of the size TD1 (ICAO 9303-5).
  package static func provesZone(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard first.count == 30, second.count == 30 else { return false }
    let all = Array(first[5..<30]) + second[0..<7] + second[8..<15] + second[18..<29]
    return digit(over: first[5..<14]) == first[14] && digit(over: first[15..<29]) == first[29]
      && digit(over: second[0..<6]) == second[6] && digit(over: second[8..<14]) == second[14]
      && digit(over: all) == second[29]
  }
}
