internal import VietnameseText

/// The words of a reading: parted where their spaces were lost, taken apart into letters, and put into
/// its letter case.
extension NameModel {
  /// The names that a word is made of whose spaces were lost; the word itself when it is a syllable,
  /// is not wholly made of names, or can be parted in more than one way.
  func parts(of word: String, isFirst: Bool) -> [String] {
    let letters = word.lowercased().strippingMarks()
    guard word.count > 3, !Syllable.isPossible(word), word.allSatisfy(\.isLetter),
      !frequencies.holds(letters: letters)
    else { return [word] }
    var found: [[String]] = []
    func search(_ rest: Substring, _ parts: [String]) {
      guard !rest.isEmpty else {
        found.append(parts)
        return
      }
      guard parts.count < 4, found.count < 2 else { return }
      for length in 2...max(2, min(7, rest.count)) where length <= rest.count {
        let part = String(rest.prefix(length))
        let key = part.lowercased()
        let isName =
          isFirst && parts.isEmpty
          ? frequencies.isKnown(key, in: .surname)
          : frequencies.isKnown(key, in: .middle) || frequencies.isKnown(key, in: .given)
        if isName, Syllable.isPossible(part) { search(rest.dropFirst(length), parts + [part]) }
      }
    }
    search(word[...], [])
    return found.count == 1 ? found[0] : [word]
  }

  /// The letters of a word; nil where it has other signs.
  static func letters(of word: String) -> [Letter]? {
    var letters: [Letter] = []
    for scalar in word.unicodeScalars where !isApostrophe(Character(scalar)) {
      // A letter with a mark that names here do not have, such as ä, was misread.
      let known =
        Letter(scalar)
        ?? String(scalar).normalized(to: .decomposed).unicodeScalars.first.flatMap(Letter.init)
      guard let letter = known, letter.base >= 0x61 else { return nil }
      letters.append(letter)
    }
    return letters.isEmpty ? nil : letters
  }

  /// The sign behind the first letter of H'Hen and K'Brếu, which all of its readings keep.
  static func isApostrophe(_ character: Character) -> Bool {
    character == "'" || character == "’"
  }

  /// `word` in the letter case of what was read in its place, or of the whole name; the reading
  /// itself where it has the same letters.
  func styled(_ word: String, like printed: String, in name: String) -> String {
    if word == printed.lowercased() { return printed }
    let word = printed.contains("’") ? String(word.map { $0 == "'" ? "’" : $0 }) : word
    switch printed.letterCase {
    case .small: return word
    case .capitals: return word.inCase(.capitals)
    default: return word.inCase(name.letterCase == .capitals ? .capitals : .capitalized)
    }
  }
}
