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
    func search(_ rest: Substring, _ parts: [String], _ isName: (String, Bool) -> Bool) {
      guard !rest.isEmpty else {
        found.append(parts)
        return
      }
      guard parts.count < 4, found.count < 2 else { return }
      let isSurname = isFirst && parts.isEmpty
      for length in 1...min(7, rest.count) {
        let part = String(rest.prefix(length))
        let isLast = length == rest.count
        // Words of other languages, as Zơrâm, begin with no syllable of Vietnamese.
        if isLast || Syllable.isPossible(part), isName(part.lowercased(), isSurname) {
          search(rest.dropFirst(length), parts + [part], isName)
        }
      }
    }
    // Of one letter are Y and A, which open names of the highlands; Alăng is written in one, too.
    let openings = Syllable.isPossible(String(word.dropFirst())) ? ["y"] : ["y", "a"]
    search(word[...], []) { part, isSurname in
      (part.count > 1 || isSurname && openings.contains(part))
        && isKnown(part, isSurname: isSurname)
    }
    if found.isEmpty {
      search(word[...], []) { part, isSurname in
        part.count > 1 && Syllable.isPossible(part)
          && frequencies.holds(letters: part.strippingMarks(), asSurname: isSurname)
      }
    }
    return found.count == 1 ? found[0] : [word]
  }

  private func isKnown(_ syllable: String, isSurname: Bool) -> Bool {
    isSurname
      ? frequencies.isKnown(syllable, in: .surname)
      : frequencies.isKnown(syllable, in: .middle) || frequencies.isKnown(syllable, in: .given)
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
  package static func isApostrophe(_ character: Character) -> Bool {
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
