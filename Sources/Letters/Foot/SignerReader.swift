internal import Documents
internal import Gazetteer
internal import VietnameseText

/// Finds who signed a letter, and in which office.
struct SignerReader {
  let reader: FootReader

  /// The lines above a signature.
  struct Title {
    var lines: [Passage]
    /// Left of it stands what does not belong to the signature.
    var border: Double
    /// The vertical line on which the lines are centred.
    var middle: Double
  }

  /// The lines above the signature among `rows`, near the label of the distribution if there is one.
  func title(in rows: [Passage], near label: Passage?) -> Title? {
    let height = reader.rows.wordHeight
    let isPlaced = reader.page.isPlaced
    let leftmost = isPlaced ? Double(reader.page.width) * 0.38 : -1
    // Signatures stand in the right half; titles and headings over the middle.
    let innermost = isPlaced ? Double(reader.page.width) * 0.56 : -1
    var best: Title?
    for (index, row) in rows.enumerated() {
      if let label, isPlaced {
        // With a label the signature begins near its height.
        guard row.box.midY > Double(label.box.y - 9 * height),
          row.box.midY < Double(label.box.y + 12 * height)
        else { continue }
      } else if let label, row.box.midY < Double(label.box.y) - 90 {
        continue
      }
      guard let start = opening(of: row, rightOf: leftmost) else { continue }
      let first = row.part(start...)
      guard first.box.midX > innermost else { continue }
      var lines = [hidden(above: first, in: rows[..<index]), first].compactMap { $0 }
      for next in rows[(index + 1)...] {
        guard let above = lines.last, lines.count < 5 else { break }
        guard let part = continuation(next, under: first, above: above) else {
          if isPlaced, next.box.y - above.box.maxY < height { continue }
          break
        }
        lines.append(part)
      }
      let left = lines.map(\.box.x).min() ?? first.box.x
      let box = PixelBox.union(of: lines.map(\.box)) ?? first.box
      best = Title(
        lines: lines, border: Double(left) - 1.2 * Double(height), middle: box.midX)
      break
    }
    return best
  }

  /// The line right above `first` whose beginning a seal hides: an office stands within it, and what is
  /// left of that can be read by nothing that is known.
  private func hidden(above first: Passage, in rows: ArraySlice<Passage>) -> Passage? {
    guard reader.page.isPlaced, reader.page.isRead else { return nil }
    let height = reader.rows.wordHeight
    for row in rows.suffix(3).reversed() {
      for part in reader.rows.parts(of: row, widerThan: 1.8).flatMap({ Self.capitals(in: $0) }) {
        let gap = first.box.y - part.box.maxY
        guard part.words.count > 1, part.letters.all >= 8, gap < 5 * height / 4,
          part.box.midY < Double(first.box.y),
          abs(part.box.midX - first.box.midX) < 2 * Double(height)
        else { continue }
        let isOffice = part.words.indices.dropFirst().contains { start in
          reader.lexicon.titles.contains {
            PhraseSearch.opening($0, of: part.part(start...)) != nil
          }
        }
        if isOffice { return part }
      }
    }
    return nil
  }

  /// Where in `row` capitals begin that name an authority, an office or a body.
  private func opening(of row: Passage, rightOf left: Double) -> Int? {
    for start in row.words.indices where row.words[start].box.midX > left {
      let tail = row.part(start...)
      guard tail.letters.all >= 5, tail.isCapitals || isTitle(tail) else { continue }
      if start > 0, reader.page.isPlaced {
        let gap = row.words[start].box.x - row.words[start - 1].box.maxX
        let before = row.words[start - 1]
        guard
          gap > reader.rows.wordHeight / 2 || !before.text.contains(where: \.isLetter)
            || before.confidence < Self.hopeless
        else { continue }
      }
      if beginsWithAuthority(tail) { return start }
      for phrase in reader.lexicon.titles + reader.lexicon.bodies
      where PhraseSearch.opening(phrase, of: tail) != nil {
        return start
      }
      // A seal may spoil the reading that was surest, and leave another whole.
      let isSaid = tail.alternatives.contains {
        TitleLine($0, lexicon: reader.lexicon, isDeputy: false)?.isExact == true
      }
      if isSaid { return start }
    }
    return nil
  }

  /// Whether `tail` is a whole title of which letters behind the first word were read as small ones.
  private func isTitle(_ tail: Passage) -> Bool {
    guard reader.page.isRead, tail.words.count < 5, tail.part(..<1).isCapitals else { return false }
    let words = tail.words.map { word in
      var word = word
      word.text = word.text.uppercased()
      return word
    }
    return TitleLine(words, lexicon: reader.lexicon, isDeputy: false)?.isExact == true
  }

  /// Whether `part` begins with `KT.`, whose full stop may be lost before a title.
  private func beginsWithAuthority(_ part: Passage) -> Bool {
    guard let first = part.words.first?.text else { return false }
    if isAuthority(first) { return true }
    guard first.count > 1, reader.lexicon.authorities.contains(where: { $0.text == first }) else {
      return false
    }
    let rest = part.part(1...)
    return (reader.lexicon.titles + reader.lexicon.bodies).contains {
      PhraseSearch.opening($0, of: rest) != nil
    }
  }

  /// Whether `word` is `KT.`, or begins with it where the space was lost: `KT.GIÁM`.
  private func isAuthority(_ word: String) -> Bool {
    guard let dot = word.firstIndex(where: { ".,".contains($0) }) else { return false }
    return TitleLine.authority(String(word[..<dot]), isStopped: true, reader.lexicon) != nil
  }

  /// The part of `row` that goes on with a title whose first line is `first`.
  private func continuation(_ row: Passage, under first: Passage, above: Passage) -> Passage? {
    let height = reader.rows.wordHeight
    if !reader.page.isPlaced {
      let start = row.words.indices.first { start in
        let tail = row.part(start...)
        return tail.isCapitals && tail.letters.all >= 5
          && (reader.lexicon.titles + reader.lexicon.bodies).contains {
            PhraseSearch.opening($0, of: tail) != nil
          }
      }
      guard let start, row.box.y - above.box.maxY < 30 else { return nil }
      return row.part(start...)
    }
    guard row.box.y - above.box.maxY < 5 * height / 4 else { return nil }
    // The run of words that stands under the line above, whatever stands left of it.
    let runs = reader.rows.parts(of: row, widerThan: 1.8).flatMap { Self.capitals(in: $0) }
    let below = runs.min {
      abs($0.box.midX - first.box.midX) < abs($1.box.midX - first.box.midX)
    }
    guard var part = below, part.letters.all >= 4 else { return nil }
    // The lettering of a seal may stand beside a title, but is no line of one: these are centred
    // under each other.
    let start = part.words.indices.first { says(part.part($0...)) }
    if let start { part = part.part(start...) }
    // Of a title whose first word is hidden the rest is centred on nothing.
    let isBelow =
      start != nil && part.box.x > first.box.x && part.box.maxX <= first.box.maxX + height
    guard
      isBelow || isRest(part, below: above)
        || abs(part.box.midX - first.box.midX) < 2 * Double(height)
    else { return nil }
    let isSaid =
      start != nil || part.alternatives.contains { says(Passage(page: part.page, words: $0)) }
    return isSaid || !isOfSeal(part) ? part : nil
  }

  /// Whether `part` is what a seal left of the title of the deputy who signs below `above`, `KT. TRƯỞNG PHÒNG`.
  private func isRest(_ part: Passage, below above: Passage) -> Bool {
    guard TitleLine.isForAnother(above.text), above.words.count > 1,
      Double(part.box.maxX) > above.box.midX
    else { return false }
    let office = above.part(1...).words.map { PhraseSearch.trimmed($0.text) }
    let title = "PHÓ " + office.joined(separator: " ")
    return ([part.words] + part.alternatives).contains { words in
      TitleLine.isRest(words.map(\.text).joined(), of: title)
    }
  }

  /// Whether `part` begins with a title, a body or an authority.
  private func says(_ part: Passage) -> Bool {
    beginsWithAuthority(part)
      || (reader.lexicon.titles + reader.lexicon.bodies).contains {
        PhraseSearch.opening($0, of: part) != nil
      }
  }

  /// What was read with less is no word.
  private static let hopeless = 0.3
  /// From this confidence on they are print.
  private static let clear = 0.92
  /// Below this confidence capitals are of a seal, or of strokes across them.
  private static let legible = 0.6

  /// Whether `part`, which says no title, may be the lettering of a seal: the country's name and that
  /// of the office, or what was made of them.
  private func isOfSeal(_ part: Passage) -> Bool {
    let clear = part.words.filter {
      $0.confidence >= Self.clear && $0.text.count > 1
        && !reader.offices.contains(PhraseSearch.trimmed($0.text))
    }
    // No seal is as legible.
    if clear.count > 2 { return false }
    let country = reader.lexicon[.motto].first?.text.split(separator: " ").map(String.init) ?? []
    return part.words.contains {
      $0.confidence < Self.legible || $0.text.count(where: \.isLetter) < 2
    }
      || part.words.dropLast().contains { $0.text.contains(".") }
      || part.words.allSatisfy { word in
        let text = PhraseSearch.trimmed(word.text)
        return reader.offices.contains(text) || country.contains { $0.hasPrefix(text) }
          || text.contains(".")
      }
  }

  /// The runs of words in capitals that `part` holds.
  private static func capitals(in part: Passage) -> [Passage] {
    var runs: [Range<Int>] = []
    var isOpen = false
    for (index, word) in part.words.enumerated() {
      let single = Passage(page: part.page, words: [word])
      let isSign = single.letters.all == 0
      if single.letters.capitals == single.letters.all, !isSign || isOpen {
        let start = isOpen ? runs.removeLast().lowerBound : index
        runs.append(start..<(index + 1))
        isOpen = true
      } else {
        isOpen = false
      }
    }
    return runs.map { part.part($0) }
  }

  /// The name under the signature below `title`, or right of `label` where no title was found, and
  /// whether it was put right.
  func signer(
    below title: Title?, near label: Passage?, in rows: [Passage]
  ) -> (name: Passage, isRepaired: Bool)? {
    let height = Double(reader.rows.wordHeight)
    let isPlaced = reader.page.isPlaced
    guard let top = title?.lines.last?.box.maxY ?? (isPlaced ? label?.box.maxY : nil) else {
      return nil
    }
    let border = title?.border ?? Double(reader.page.width) / 2
    var best: (vote: NameVote, score: Double)?
    // What stands left of the signature is of other rows, near as they may be.
    let own = isPlaced ? reader.rows.rows(from: border - 4 * height) : rows
    for row in own where row.box.midY > Double(top) && row.hasContent {
      if isPlaced, Double(row.box.y - top) > 16 * height { break }
      for part in isPlaced ? reader.rows.parts(of: row, widerThan: 3) : [row] {
        guard let vote = NameVote(part, lexicon: reader.lexicon) else { continue }
        var score = vote.score
        if isPlaced, let title {
          score -= abs(vote.name.box.midX - title.middle) / (8 * height)
        } else if isPlaced {
          score -= vote.name.box.midX > border ? 0 : 1
        } else if row.words.count != vote.name.words.count {
          score -= 0.5
        }
        if score > best?.score ?? 0.35 { best = (vote, score) }
      }
    }
    return best.map { ($0.vote.name, $0.vote.isRepaired) }
  }

  /// Whether `word` is one of a name: a capital and small letters, or an academic degree.
  static func isOfName(_ word: String) -> Bool {
    if isDegree(word) { return true }
    guard let first = word.first, first.isUppercase, word.count <= 8 else { return false }
    // H'Nga, K'Sor: what follows the sign may be a capital again.
    var isBehindSign = false
    return word.dropFirst().allSatisfy { character in
      defer { isBehindSign = "-'’".contains(character) }
      return character.isLowercase || "-'’".contains(character)
        || (isBehindSign && character.isUppercase)
    }
  }

  private static let degrees: Set<String> = [
    "TS", "PGS", "GS", "ThS", "BS", "KS", "CN", "BSCKI", "BSCKII", "PGSTS", "GSTS",
  ]

  static func isDegree(_ word: String) -> Bool {
    word.contains(".") && degrees.contains(word.filter(\.isLetter))
  }
}
