internal import Documents

/// Finds what stamps say: urgency, secrecy, the receipt of an incoming letter, who signed a file.
struct StampReader {
  let lexicon: LetterLexicon

  /// The stamps among `rows` that stand above the end of `head`.
  func stamps(in rows: [Passage], above head: LetterHead) -> [Passage] {
    rows.filter { $0.box.y < head.bottom }.flatMap { row in
      [LetterLexicon.Role.urgency, .secrecy].flatMap { role in
        lexicon[role].compactMap { phrase -> Passage? in
          guard let range = exactRange(of: phrase, in: row) else { return nil }
          return row.part(range)
        }
      }
    }.reduce(into: []) { found, stamp in
      // HỎA TỐC HẸN GIỜ holds HỎA TỐC; the longer one counts.
      if let index = found.firstIndex(where: { !$0.box.intersection(stamp.box).isEmpty }) {
        if stamp.words.count > found[index].words.count { found[index] = stamp }
      } else {
        found.append(stamp)
      }
    }
  }

  /// Whether `row` is a stamp or a part of one.
  func isStamp(_ row: Passage) -> Bool {
    for role in [LetterLexicon.Role.urgency, .secrecy, .draft] {
      for phrase in lexicon[role] where PhraseSearch.says(row.text, phrase) && row.isCapitals {
        return true
      }
    }
    for role in [LetterLexicon.Role.received, .signature] {
      for phrase in lexicon[role] {
        guard let count = PhraseSearch.opening(phrase, of: row) else { continue }
        // In a sentence the same words go on without a colon, and are set like the others.
        if row.words[count - 1].text.hasSuffix(":") || row.words.count == count
          || (Self.isSet(phrase, inCapitalsIn: row.part(0..<count)) && !row.isCapitals)
          || (count < row.words.count && row.words[count].text.hasPrefix(":"))
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether `part`, which says `phrase`, has the capitals that a stamp sets it in.
  private static func isSet(_ phrase: LetterLexicon.Phrase, inCapitalsIn part: Passage) -> Bool {
    phrase.wordCount > 1 && phrase.text == phrase.text.uppercased() && part.isCapitals
  }

  private func exactRange(of phrase: LetterLexicon.Phrase, in row: Passage) -> Range<Int>? {
    guard let range = PhraseSearch.range(of: phrase, in: row) else { return nil }
    let part = row.part(range)
    // In a sentence the same words are set in small letters.
    guard part.isCapitals, part.words.count == phrase.wordCount else { return nil }
    return range
  }
}
