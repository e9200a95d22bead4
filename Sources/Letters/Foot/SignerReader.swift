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
      var lines = [first]
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

  /// Where in `row` capitals begin that name an authority, an office or a body.
  private func opening(of row: Passage, rightOf left: Double) -> Int? {
    for start in row.words.indices where row.words[start].box.midX > left {
      let tail = row.part(start...)
      guard tail.isCapitals, tail.letters.all >= 5 else { continue }
      if start > 0, reader.page.isPlaced {
        let gap = row.words[start].box.x - row.words[start - 1].box.maxX
        guard
          gap > reader.rows.wordHeight / 2 || !row.words[start - 1].text.contains(where: \.isLetter)
        else { continue }
      }
      if isAuthority(tail.words[0].text) { return start }
      for phrase in reader.lexicon.titles + reader.lexicon.bodies
      where PhraseSearch.opening(phrase, of: tail) != nil {
        return start
      }
    }
    return nil
  }

  /// Whether `word` is `KT.`, or begins with it where the space was lost: `KT.GIÁM`.
  private func isAuthority(_ word: String) -> Bool {
    guard let dot = word.firstIndex(where: { ".,".contains($0) }) else { return false }
    let head = String(word[..<dot]).uppercased()
    return reader.lexicon.authorities.contains { $0.text == head }
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
    guard let part = below, part.letters.all >= 4 else { return nil }
    let isKnown = reader.lexicon.titles.contains { PhraseSearch.opening($0, of: part) != nil }
    guard isKnown || part.words.allSatisfy({ $0.confidence > 0.3 }) else { return nil }
    // The lettering of a seal is no line of a title: lines are centred under each other.
    guard abs(part.box.midX - first.box.midX) < 2 * Double(height) else { return nil }
    return part
  }

  /// The runs of words in capitals that `part` holds.
  private static func capitals(in part: Passage) -> [Passage] {
    var runs: [Passage] = []
    var isOpen = false
    for word in part.words {
      let single = Passage(page: part.page, words: [word])
      let isSign = single.letters.all == 0
      if single.letters.capitals == single.letters.all, !isSign || isOpen {
        if !isOpen { runs.append(Passage(page: part.page, words: [])) }
        runs[runs.count - 1].words.append(word)
        isOpen = true
      } else {
        isOpen = false
      }
    }
    return runs
  }

  /// The name under the signature below `title`, or right of `label` where no title was found.
  func signer(below title: Title?, near label: Passage?, in rows: [Passage]) -> Passage? {
    let height = Double(reader.rows.wordHeight)
    let isPlaced = reader.page.isPlaced
    guard let top = title?.lines.last?.box.maxY ?? (isPlaced ? label?.box.maxY : nil) else {
      return nil
    }
    let border = title?.border ?? Double(reader.page.width) / 2
    var best: (passage: Passage, score: Double)?
    // What stands left of the signature is of other rows, near as they may be.
    let own = isPlaced ? reader.rows.rows(from: border - 4 * height) : rows
    for row in own where row.box.midY > Double(top) && row.hasContent {
      if isPlaced, Double(row.box.y - top) > 16 * height { break }
      let parts = isPlaced ? reader.rows.parts(of: row, widerThan: 3) : [row]
      for part in parts {
        for (name, score) in names(in: part) {
          var score = score
          if isPlaced, let title {
            score -= abs(name.box.midX - title.middle) / (8 * height)
          } else if isPlaced {
            score -= name.box.midX > border ? 0 : 1
          } else if row.words.count != name.words.count {
            score -= 0.5
          }
          if score > best?.score ?? 0.35 { best = (name, score) }
        }
      }
    }
    return best?.passage
  }

  /// The names that the readings of `part` give, each with how much it looks like one.
  private func names(in part: Passage) -> [(name: Passage, score: Double)] {
    let readings = [part.words] + part.alternatives
    let found = readings.compactMap { name(in: Passage(page: part.page, words: $0)) }
    return found.map { name in
      var name = name
      let text = name.text
      let plain = name.words.map(\.text).filter { !Self.isDegree($0) }
      var score = name.confidence
      score += reader.lexicon.surnames.contains(plain.first?.lowercased() ?? "") ? 0.6 : 0
      score += reader.lexicon.names.isKnown(plain.joined(separator: " ")) ? 0.3 : 0
      score += name.words.count < 3 ? 0 : 0.1
      // What several readings say is surer.
      score += found.count { $0.text == text } > 1 ? 0.2 : 0
      name.alternatives = readings.filter { $0 != name.words }
      return (name, score)
    }
  }

  /// The longest run of words in `part` that may be a person's name.
  private func name(in part: Passage) -> Passage? {
    var best: Range<Int>?
    var start = 0
    for index in 0...part.words.count {
      if index < part.words.count, Self.isOfName(part.words[index].text) { continue }
      if index - start > best?.count ?? 1 { best = start..<index }
      start = index + 1
    }
    guard let best, (2...7).contains(best.count) else { return nil }
    return part.part(best)
  }

  /// Whether `word` is one of a name: a capital and small letters, or an academic degree.
  static func isOfName(_ word: String) -> Bool {
    if isDegree(word) { return true }
    guard let first = word.first, first.isUppercase, word.count <= 8 else { return false }
    return word.dropFirst().allSatisfy { $0.isLowercase || $0 == "-" || $0 == "'" }
  }

  private static let degrees: Set<String> = [
    "TS", "PGS", "GS", "ThS", "BS", "KS", "CN", "BSCKI", "BSCKII", "PGSTS", "GSTS",
  ]

  static func isDegree(_ word: String) -> Bool {
    word.contains(".") && degrees.contains(word.filter(\.isLetter))
  }
}
