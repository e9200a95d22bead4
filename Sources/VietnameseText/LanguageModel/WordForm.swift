/// The form in which words stand in a language model.
///
/// A syllable in capitals counts as small letters, since headings hold the same words; acronyms and
/// words with a capital first letter stay. The tone of open oa, oe, uy stands on the first vowel.
enum WordForm {
  /// The form of a word of UTF-8.
  static func of(_ word: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(word)
    guard WordCase(bytes) == .capitals, Syllable(String(decoding: bytes, as: UTF8.self)) != nil
    else { return withToneOnFirstVowel(bytes) }
    return withToneOnFirstVowel(WordCase.small(bytes))
  }

  /// The word without marks, in small letters: the key that its likes share.
  static func base(of word: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(word)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let table = LetterTable.shared
    var place = 0
    while place < bytes.count {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: place, end: bytes.count)
      place += length
      let base = table.base(scalar)
      if base != 0 {
        result.append(base)
      } else {
        UTF8Scalar.append(CaseTable.shared.lower(scalar), to: &result)
      }
    }
    return result
  }

  /// `hoà` becomes `hòa`; `quý`, `hoàn` stay.
  static func withToneOnFirstVowel(_ word: [UInt8]) -> [UInt8] {
    guard word.count > 3, word[word.count - 1] >= 0x80 else { return word }
    var scalars: [UInt32] = []
    var place = 0
    while place < word.count {
      let (scalar, length) = UTF8Scalar.decode(word, at: place, end: word.count)
      scalars.append(scalar)
      place += length
    }
    guard scalars.count >= 2, let last = Letter(value: scalars[scalars.count - 1]),
      let glide = Letter(value: scalars[scalars.count - 2]),
      last.tone != .level, last.quality == .plain, glide.tone == .level, glide.quality == .plain,
      glide.base == 0x6F && (last.base == 0x61 || last.base == 0x65)
        || glide.base == 0x75 && last.base == 0x79,
      scalars.count == 2 || scalars[scalars.count - 3] | 0x20 != 0x71
    else { return word }
    var result = Array(word)
    result.removeAll(keepingCapacity: true)
    for scalar in scalars.dropLast(2) { UTF8Scalar.append(scalar, to: &result) }
    UTF8Scalar.append(glide.with(tone: last.tone).scalar.value, to: &result)
    UTF8Scalar.append(last.with(tone: .level).scalar.value, to: &result)
    return result
  }
}

extension Letter {
  fileprivate init?(value: UInt32) {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    self.init(scalar)
  }
}
