internal import VietnameseText

/// Tells the office that issues a letter from the one above it.
struct OfficeLines {
  let lexicon: LetterLexicon

  /// How far a letter of an opening may be misread.
  private static let tolerance = 0.1

  /// The lines of the office above, and those of the office itself, which stands below.
  func parted(_ lines: [Passage]) -> (parent: [Passage], issuer: [Passage]) {
    guard lines.count > 1 else { return ([], lines) }
    // A line that begins an office ends the one before it, unless that is a word short of a name.
    var starts: [Int] = [0]
    for index in lines.indices.dropFirst() where beginsOffice(lines[index]) {
      starts.append(index)
    }
    guard let last = starts.last, last > 0 else { return ([], lines) }
    return (Array(lines[..<last]), Array(lines[last...]))
  }

  private func beginsOffice(_ line: Passage) -> Bool {
    isNamed(line)
      || lexicon.organisations.contains { opening in
        guard let count = PhraseSearch.opening(opening, of: line) else { return false }
        let text = line.part(0..<count).text
        // Short openings are begun by many a name of a place: TỈNH AN GIANG is no TỈNH ỦY.
        return text.uppercased() == opening.text
          || opening.text.count > 4
            && PhraseSearch.distance(of: text, from: opening) <= Self.tolerance
              * Double(opening.folded.count)
      }
  }

  /// Whether `line` all but says the name of an office and nothing else: SƠ YTE.
  private func isNamed(_ line: Passage) -> Bool {
    guard let name = lexicon.terms.whole(line.text)?.uppercased() else { return false }
    return lexicon.organisations.contains { name.hasPrefix($0.text + " ") }
  }
}
