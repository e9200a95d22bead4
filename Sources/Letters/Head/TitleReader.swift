internal import Documents

/// Reads the title of a document that names its kind, and the lines under it.
struct TitleReader {
  let reader: HeadReader

  /// Reads the title among the rows below `upper`, and the subject under it.
  func read(into head: inout LetterHead, below upper: Int) {
    let rows = reader.all.filter { $0.box.midY > Double(upper) && $0.hasContent }
    for (index, row) in rows.prefix(8).enumerated() {
      if reader.lexicon[.recipients].contains(where: { PhraseSearch.opening($0, of: row) != nil }) {
        return
      }
      for part in reader.rows.parts(of: row, widerThan: 3) {
        guard let title = title(part) else { continue }
        head.type = (part, title.name, title.abbreviation)
        let lines = subject(under: part, in: rows[(index + 1)...])
        if !lines.isEmpty || !title.rest.words.isEmpty {
          head.subject = (title.rest.words.isEmpty ? [] : [title.rest]) + lines
        }
        head.bottom = max(head.bottom, ([part] + lines).map(\.box.maxY).max() ?? 0)
        return
      }
    }
  }

  /// The kind that `part` names, and what it goes on with.
  private func title(_ part: Passage) -> (name: String, abbreviation: String, rest: Passage)? {
    guard part.isCapitals, part.letters.all >= 4 else { return nil }
    let nearest = reader.lexicon.types.min {
      PhraseSearch.distance(of: part.text, from: $0.phrase)
        < PhraseSearch.distance(of: part.text, from: $1.phrase)
    }
    if let (phrase, abbreviation) = nearest, PhraseSearch.says(part.text, phrase) {
      return (phrase.text, abbreviation, part.part(part.words.count...))
    }
    for (phrase, abbreviation) in reader.lexicon.types where phrase.wordCount >= 2 {
      guard let count = PhraseSearch.opening(phrase, of: part), count < part.words.count else {
        continue
      }
      return (phrase.text, abbreviation, part.part(count...))
    }
    return nil
  }

  /// The centred lines under the title.
  private func subject(under title: Passage, in rows: ArraySlice<Passage>) -> [Passage] {
    let height = Double(reader.rows.wordHeight)
    let subjects = SubjectReader(reader: reader)
    var lines: [Passage] = []
    let middle = title.box.midX
    for row in rows {
      if subjects.isOther(row) { break }
      let above = lines.last ?? title
      let gap = Double(row.box.y - above.box.maxY)
      if reader.page.isPlaced {
        if gap > (lines.isEmpty ? 2.6 : 1.3) * height { break }
        // What stands further below than the lines stand below each other is body.
        if let first = lines.first {
          let usual = max(first.box.y - title.box.y, first.box.height * 6 / 5)
          if 2 * (row.box.y - above.box.y) > 3 * usual { break }
        }
        if abs(row.box.midX - middle) > max(2.2 * height, 0.035 * Double(reader.page.width)) {
          break
        }
      } else if gap > (lines.isEmpty ? 70 : 30) {
        break
      }
      // The office that decides stands in capitals under a subject that does not.
      if row.isCapitals, let first = lines.first, !first.isCapitals { break }
      if row.isCapitals, lines.isEmpty, isOffice(row) { break }
      lines.append(row)
    }
    return lines
  }

  /// Whether `row` names the body or person that decides: `GIÁM ĐỐC BẢO HIỂM XÃ HỘI TỈNH`.
  private func isOffice(_ row: Passage) -> Bool {
    (reader.lexicon.titles + reader.lexicon.bodies).contains {
      PhraseSearch.opening($0, of: row) != nil
    }
  }
}
