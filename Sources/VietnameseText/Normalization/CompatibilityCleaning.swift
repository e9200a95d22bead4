extension String {
  /// The text in NFC, freed of what typesetting, copying and other keyboards leave in it.
  ///
  /// Ligatures and fullwidth letters become ordinary letters, every kind of space a plain one, and
  /// what is invisible between Latin letters goes away: soft hyphens, zero-width signs, marks of
  /// direction. Look-alikes (`ðường`, `QÐ`, Cyrillic `Нoa`) are put right only where the word
  /// becomes a Vietnamese one, so Icelandic and Russian stay. Line breaks, tabs, quotes, dashes,
  /// `m²`, `½` and the like mean something, and stay.
  public func cleaningCompatibility() -> String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    let plain = normalized().replacingCompatibility().normalized()
    return plain.replacingLookAlikes().normalized()
  }

  private func replacingCompatibility() -> String {
    let scalars = Array(unicodeScalars)
    var result = UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0xFB00...0xFB06: result.append(contentsOf: Self.ligatures[Int(scalar.value - 0xFB00)])
      case 0xFF01...0xFF5E:
        if let ascii = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(ascii) }
      case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
      case 0x85, 0x2028, 0x2029: result.append("\n")
      case 0xAD, 0x200B, 0x2060, 0xFEFF, 0x180E, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        continue
      case 0x200C, 0x200D:
        // Scripts and emoji that are joined by them keep them.
        if !Self.isPlain(result.last) || !Self.isPlain(scalars[(index + 1)...].first) {
          result.append(scalar)
        }
      case 0x131 where index + 1 < scalars.count && Self.isMark(scalars[index + 1]):
        // A dotless i below a mark is what some editors store for an i.
        result.append("i")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Latin letters, signs and spaces, and the ends of a text: nothing there is joined.
  private static func isPlain(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return scalar.value < 0x370 || (0x1E00..<0x1F00).contains(scalar.value)
      || scalar.value == 0x200C || scalar.value == 0x200D
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }

  private static let ligatures: [UnicodeScalarView] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
    .map(\.unicodeScalars)

  private func replacingLookAlikes() -> String {
    let scalars = Array(unicodeScalars)
    var result = UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard scalars[index].properties.isAlphabetic else {
        result.append(scalars[index])
        index += 1
        continue
      }
      let end = scalars[index...].firstIndex { !$0.properties.isAlphabetic } ?? scalars.count
      result.append(contentsOf: Self.vietnamese(scalars[index..<end]))
      index = end
    }
    return String(result)
  }

  /// The word with its look-alikes replaced, where that makes it Vietnamese; else as it is.
  private static func vietnamese(_ word: ArraySlice<Unicode.Scalar>) -> UnicodeScalarView {
    var view = UnicodeScalarView()
    view.append(contentsOf: word)
    let strangers = word.filter { $0.value >= 0x80 && LetterTable.shared.letter($0.value) == nil }
    // A word wholly in another alphabet belongs to its language.
    guard !strangers.isEmpty, strangers.count < word.count else { return view }
    let replaced = String(view).foldingConfusables(.letters)
    guard replaced.unicodeScalars.count == word.count else { return view }
    return Syllable.isPossible(replaced) || isAcronym(replaced) ? replaced.unicodeScalars : view
  }

  /// Capitals without a vowel, such as `QĐ`, `BLĐTBXH`: no Icelandic word looks like that.
  private static func isAcronym(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { scalar in
      guard let letter = Letter(scalar) else { return false }
      return letter.isUppercase && !letter.isVowel
    }
  }
}
