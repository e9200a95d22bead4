/// Tells the Roman numerals that count chapters and items from words of the same letters.
enum RomanNumeral {
  /// Whether the letters in `word` are a numeral of two letters or more that counts: capitals before a
  /// full stop, a bracket or a slash, or small letters within brackets.
  static func isCount(_ bytes: [UInt8], _ word: Range<Int>, in chunk: Range<Int>) -> Bool {
    guard (2...6).contains(word.count) else { return false }
    let isSmall = bytes[word.lowerBound] >= 0x61
    let unit: UInt8 = isSmall ? 0x20 : 0
    var last = UInt8.max
    for place in word {
      let value: UInt8
      switch bytes[place] {
      case 0x49 | unit: value = 1
      case 0x56 | unit: value = 5
      case 0x58 | unit: value = 10
      default: return false
      }
      // A smaller digit stands before a larger one only in IV and IX.
      if value > last, last != 1 { return false }
      last = value
    }
    let before = word.lowerBound > chunk.lowerBound ? bytes[word.lowerBound - 1] : 0x20
    let after = word.upperBound < chunk.upperBound ? bytes[word.upperBound] : 0x20
    return isSmall
      ? before == 0x28 && after == 0x29 : after == 0x2E || after == 0x29 || after == 0x2F
  }
}
