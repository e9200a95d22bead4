internal import Documents
internal import VietnameseText

/// Reads what a letter is about, from below its number or below its title.
struct SubjectReader {
  let reader: HeadReader

  /// The lines under a number, which stands in `above`, that say what the letter is about.
  func subject(
    in left: ArraySlice<Passage>, below above: PixelBox, boundary: Double?
  ) -> [Passage] {
    let height = reader.rows.wordHeight
    guard let first = left.first(where: { $0.hasContent && $0.letters.all >= 2 }) else { return [] }
    let isLabelled = Self.label(of: first) > 0
    let distance = first.box.y - above.maxY
    guard isLabelled || (reader.page.isPlaced && distance < 2 * height && !first.isCapitals) else {
      return []
    }
    var lines: [Passage] = []
    for row in left[(left.firstIndex(of: first) ?? left.startIndex)...] {
      if isOther(row) { break }
      if let last = lines.last {
        let gap = row.box.y - last.box.maxY
        if gap > (reader.page.isPlaced ? 3 * height / 2 : 30) { break }
        if !last.isCapitals, row.isCapitals, row.letters.all > 3 { break }
        if isProse(row, boundary: boundary) || isScrap(row) { break }
      }
      lines.append(row)
    }
    return lines
  }

  /// Whether `row` goes on over the whole page, as no line of a column does.
  private func isProse(_ row: Passage, boundary: Double?) -> Bool {
    guard let boundary, let whole = reader.all.first(where: { $0.words.contains(row.words[0]) })
    else { return false }
    let rest = whole.words.filter { $0.box.midX >= boundary }
    guard let next = rest.first, let last = row.words.last else { return false }
    let isNear = next.box.x - last.box.maxX < reader.rows.wordHeight
    return isNear && rest.count >= 2
  }

  /// What was read with less is hardly print.
  private static let legible = 0.45

  /// Whether `row` is what an engine makes of the edge of a stamp.
  private func isScrap(_ row: Passage) -> Bool {
    reader.page.isRead && row.words.allSatisfy { $0.confidence < Self.legible }
  }

  /// Whether `row` is no more of a subject.
  func isOther(_ row: Passage) -> Bool {
    if !row.hasContent { return true }
    for role in [LetterLexicon.Role.recipients, .opening] {
      for phrase in reader.lexicon[role] where PhraseSearch.opening(phrase, of: row) != nil {
        return true
      }
    }
    return StampReader(lexicon: reader.lexicon).isStamp(row)
  }

  /// How many words at the beginning of `passage` are the label "V/v" or "Về việc".
  static func label(of passage: Passage) -> Int {
    guard let first = passage.words.first?.text else { return 0 }
    let folded = first.strippingMarks().lowercased().filter { $0.isLetter || $0 == "/" }
    if folded.count <= 4, folded.hasPrefix("v"), folded.count > 1,
      folded.allSatisfy({ "vwyil/".contains($0) })
    {
      return 1
    }
    return PhraseSearch.opening(.init("Về việc"), of: passage) ?? 0
  }

  /// The words that `lines` say without their label.
  static func words(of lines: [Passage]) -> [String] {
    guard let first = lines.first else { return [] }
    var words = lines.flatMap(\.words).map(\.text)
    let count = label(of: first)
    words.removeFirst(min(count, words.count))
    if count == 0, let glued = words.first {
      // "V/vđăng ký": the label lost its space.
      for label in ["V/v", "v/v", "V/V"] where glued.hasPrefix(label) {
        words[0] = String(glued.dropFirst(label.count))
      }
    }
    return words
  }
}
