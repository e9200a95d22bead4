extension LegacyLetters {
  /// What a program of today shows of a text file whose letters take one byte, or more: the bytes seen as
  /// letters of Western Europe.
  public static func shown(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(WesternLetters.scalar(byte)) ?? "\u{FFFD}") }
    return String(text)
  }

  /// The text that is shown as `text` because it is stored in `encoding`, letter by letter, in NFC.
  ///
  /// It is what was given to `shown`. What is no letter of the encoding stays.
  /// Nothing is recognised or weighed here: `EncodingRecognizer` does that.
  public func decoded(_ text: String, from encoding: LegacyEncoding) -> String {
    var result = String.UnicodeScalarView()
    for scalar in decoded(text.unicodeScalars.map(\.value), in: encoding) {
      result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return String(result).normalized()
  }

  /// `scalars` letter by letter; those that `isKept` names are taken for themselves.
  func decoded(
    _ scalars: [UInt32], in encoding: LegacyEncoding,
    keeping isKept: (UInt32) -> Bool = { _ in false }
  ) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var place = 0
    while place < scalars.count {
      let bytes = scalars[place..<min(scalars.count, place + 3)].prefix {
        !isKept($0) && WesternLetters.byte($0) != nil
      }.compactMap(WesternLetters.byte)
      if let (letter, length) = letter(bytes[...], in: encoding) {
        result.append(letter)
        place += length
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return result
  }
}
