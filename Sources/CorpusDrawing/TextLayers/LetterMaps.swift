import Foundation

/// What layers that lie say instead of each letter.
enum LetterMaps {
  private static let small =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
  private static let letters = Array((small + small.uppercased()).unicodeScalars)

  /// Each accented letter as a letter and its marks.
  static let decomposed: [Unicode.Scalar: String] = map {
    String($0).decomposedStringWithCanonicalMapping
  }

  /// Each letter without its marks.
  static let bare: [Unicode.Scalar: String] = map { letter in
    let plain = String(letter).decomposedStringWithCanonicalMapping.unicodeScalars.first
    switch letter {
    case "đ": return "d"
    case "Đ": return "D"
    default: return plain.map { String($0) } ?? ""
    }
  }

  private static func map(_ change: (Unicode.Scalar) -> String) -> [Unicode.Scalar: String] {
    Dictionary(uniqueKeysWithValues: letters.map { ($0, change($0)) })
  }

  /// The letters of the fonts of TCVN3, shown as Western ones.
  static let tcvn3 = table(
    "aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËbcd®eÌÎÏÐÑªÒÓÔÕÖghi×ØÜÝÞklmnoßáâãä«åæçèé¬êëìíîpqrstuïñòóô\u{AD}õö÷øùvxyúûüýþ",
    capitals: ["Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§"])

  private static func table(_ codes: String, capitals: [Unicode.Scalar: String])
    -> [Unicode.Scalar: String]
  {
    var result = capitals
    for (letter, code) in zip(small.unicodeScalars, codes.unicodeScalars) {
      result[letter] = String(code)
      // The fonts lack other accented capitals: the small letters' codes stand for them.
      for capital in String(letter).uppercased().unicodeScalars where result[capital] == nil {
        result[capital] = letter.value < 0x80 ? String(capital) : String(code)
      }
    }
    return result
  }

  /// The letters of the fonts of VNI, shown as Western ones.
  static let vni: [Unicode.Scalar: String] = {
    let rows: [(String, String, [String])] = [
      ("aàảãáạ", "a", ["", "ø", "û", "õ", "ù", "ï"]),
      ("ăằẳẵắặ", "a", ["ê", "è", "ú", "ü", "é", "ë"]),
      ("âầẩẫấậ", "a", ["â", "à", "å", "ã", "á", "ä"]),
      ("eèẻẽéẹ", "e", ["", "ø", "û", "õ", "ù", "ï"]),
      ("êềểễếệ", "e", ["â", "à", "å", "ã", "á", "ä"]),
      ("oòỏõóọ", "o", ["", "ø", "û", "õ", "ù", "ï"]),
      ("ôồổỗốộ", "o", ["â", "à", "å", "ã", "á", "ä"]),
      ("ơờởỡớợ", "ô", ["", "ø", "û", "õ", "ù", "ï"]),
      ("uùủũúụ", "u", ["", "ø", "û", "õ", "ù", "ï"]),
      ("ưừửữứự", "ö", ["", "ø", "û", "õ", "ù", "ï"]),
      ("yỳỷỹý", "y", ["", "ø", "û", "õ", "ù"]), ("iìỉĩíị", "", ["i", "ì", "æ", "ó", "í", "ò"]),
      ("đ", "", ["ñ"]), ("ỵ", "", ["î"]),
    ]
    var result: [Unicode.Scalar: String] = [:]
    for (letters, base, marks) in rows {
      for (letter, mark) in zip(letters.unicodeScalars, marks) {
        result[letter] = base + mark
        for capital in String(letter).uppercased().unicodeScalars {
          result[capital] = (base + mark).uppercased()
        }
      }
    }
    return result
  }()

  /// Signs instead of a share of the letters, always the same sign for a letter.
  static func noise(share: Double, _ random: inout SplitMix64) -> [Unicode.Scalar: String] {
    var signs = Array("$%()*+56789EHQRSVWX@#!;\\[]{}|^_=<>&~FGIJKLMNOPabcdefghij".unicodeScalars)
    for place in signs.indices.reversed() { signs.swapAt(place, random.whole(0...place)) }
    var result: [Unicode.Scalar: String] = [:]
    for (index, letter) in small.unicodeScalars.enumerated() where random.chance(share) {
      result[letter] = String(signs[index % signs.count])
    }
    return result
  }

  /// Other letters instead of letters, one for one.
  static func scrambled(_ random: inout SplitMix64) -> [Unicode.Scalar: String] {
    var others = Array(small.unicodeScalars)
    for place in others.indices.reversed() { others.swapAt(place, random.whole(0...place)) }
    var result: [Unicode.Scalar: String] = [:]
    for (letter, other) in zip(small.unicodeScalars, others) {
      result[letter] = String(other)
      if let capital = String(letter).uppercased().unicodeScalars.first {
        result[capital] = String(other).uppercased()
      }
    }
    return result
  }

  /// Other digits instead of digits, one for one.
  static func otherDigits(_ random: inout SplitMix64) -> [Unicode.Scalar: String] {
    let digits = Array("0123456789".unicodeScalars)
    // No digit stays itself.
    let step = random.whole(1...9)
    return Dictionary(
      uniqueKeysWithValues: digits.indices.map { (digits[$0], String(digits[($0 + step) % 10])) })
  }

  /// Private characters instead of letters.
  static func unmapped(_ random: inout SplitMix64) -> [Unicode.Scalar: String] {
    let start = UInt32(random.whole(0xE000...0xE800))
    var result: [Unicode.Scalar: String] = [:]
    for (index, letter) in letters.enumerated() {
      result[letter] = Unicode.Scalar(start + UInt32(index)).map { String($0) } ?? ""
    }
    return result
  }

  /// The line with its letters replaced.
  static func replaced(_ line: StatedLine, _ map: [Unicode.Scalar: String]) -> StatedLine {
    var line = line
    line.text = line.text.unicodeScalars.map { map[$0] ?? String($0) }.joined()
    return line
  }

  /// The line as a good engine reads it: now and then a letter is another.
  static func misread(
    _ line: StatedLine, rate: Double, _ random: inout SplitMix64
  ) -> StatedLine {
    var line = line
    line.text = line.text.unicodeScalars.map { letter in
      letters.contains(letter) && random.chance(rate)
        ? String(random.pick(letters)) : String(letter)
    }.joined()
    return line
  }

  /// The line as a font without a full character map states it: of words with a letter that the map
  /// lacks only some letters are left, as signs parted by spaces; other words stay.
  static func lossy(_ line: StatedLine, _ map: [Unicode.Scalar: String]) -> StatedLine {
    var line = line
    line.text = line.text.split(separator: " ").map { word in
      let signs = word.unicodeScalars.compactMap { map[$0] }
      return signs.isEmpty ? String(word) : signs.joined(separator: " ")
    }.joined(separator: " ")
    return line
  }

  /// Signs for a share of the letters; several of them share one, and are lost so.
  static func lossySigns(share: Double, _ random: inout SplitMix64) -> [Unicode.Scalar: String] {
    let signs = "$%()*+56789EHQRSVW@#;".unicodeScalars.map { String($0) }
    var result: [Unicode.Scalar: String] = [:]
    for letter in small.unicodeScalars where letter.value >= 0x80 || random.chance(share) {
      result[letter] = random.pick(signs)
    }
    return result
  }
}
