/// Tells the office that issues a letter from the one above it.
struct OfficeLines {
  let lexicon: LetterLexicon

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
    lexicon.organisations.contains { opening in
      guard let count = PhraseSearch.opening(opening, of: line) else { return false }
      // Short words of a list are begun by many a misread one.
      return opening.text.count > 4
        || line.part(0..<count).text.uppercased() == opening.text
    }
  }
}
