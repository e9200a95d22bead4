internal import Documents

/// Reads to whom a letter is addressed.
struct RecipientReader {
  let reader: HeadReader

  /// Reads the addressees from "Kính gửi:" on.
  func read(into head: inout LetterHead) {
    let rows = reader.all
    let from = head.number?.passage.box.y ?? head.motto.map(\.box.maxY).max() ?? 0
    let end = rows.firstIndex { row in
      reader.lexicon[.distribution].contains { PhraseSearch.opening($0, of: row) != nil }
    }
    for (index, row) in rows[..<(end ?? rows.endIndex)].enumerated() where row.box.maxY >= from {
      guard let (label, rest) = labelled(row) else { continue }
      var items: [[Passage]] = []
      var top = label.box
      if !rest.words.isEmpty { add(rest, to: &items, isFirst: true) }
      top = rest.words.isEmpty ? top : top.union(rest.box)
      collect(rows[(index + 1)...], label: label, first: rest, above: top, into: &items)
      head.recipients = items
      head.bottom = max(
        head.bottom, row.box.maxY, items.flatMap { $0 }.map(\.box.maxY).max() ?? 0)
      return
    }
  }

  /// What was read with less is no word.
  private static let hopeless = 0.1

  /// The label in `row`, and what follows it.
  private func labelled(_ row: Passage) -> (label: Passage, rest: Passage)? {
    for phrase in reader.lexicon[.recipients] {
      // A stamp may stand before the label.
      for start in 0..<min(6, row.words.count) {
        let tail = row.part(start...)
        guard let count = PhraseSearch.opening(phrase, of: tail) else { continue }
        let isExact = start == 0 || tail.words[count - 1].text.hasSuffix(":")
        guard isExact, start == 0 || standsApart(row, at: start) else { continue }
        var rest = tail.part(count...)
        while let first = rest.words.first,
          !first.text.contains(where: { $0.isLetter || $0.isNumber }),
          !Self.isDash(first.text)
        {
          rest.words.removeFirst()
        }
        // What was made of paper behind the label is no addressee.
        if reader.page.isRead {
          while let last = rest.words.last, last.confidence < Self.hopeless {
            rest.words.removeLast()
          }
        }
        return (tail.part(0..<count), rest)
      }
    }
    return nil
  }

  /// Whether the word at `index` stands behind a gap, as print does beside a stamp.
  private func standsApart(_ row: Passage, at index: Int) -> Bool {
    guard reader.page.isPlaced else { return true }
    let gap = row.words[index].box.x - row.words[index - 1].box.maxX
    return 3 * gap > 2 * reader.rows.wordHeight
  }

  static func isDash(_ word: String) -> Bool {
    word.first.map { "-–—−+•*".contains($0) } ?? false
  }

  private func add(_ row: Passage, to items: inout [[Passage]], isFirst: Bool) {
    if isFirst || items.isEmpty {
      items.append([row])
    } else {
      items[items.count - 1].append(row)
    }
  }

  private func collect(
    _ rows: ArraySlice<Passage>, label: Passage, first: Passage, above: PixelBox,
    into items: inout [[Passage]]
  ) {
    let height = reader.rows.wordHeight
    let margin = bodyMargin(rows)
    var last = above
    var dash: Int?
    if let word = first.words.first, Self.isDash(word.text) { dash = word.box.x }
    for row in rows.map({ besideStamp($0, label: label) }) where row.hasContent {
      // Lines of a stamp end left of the addressees.
      if reader.page.isPlaced, row.box.maxX < label.box.x { continue }
      let gap = row.box.y - last.maxY
      let limit = reader.page.isPlaced ? (items.isEmpty ? 2 : 1.25) : (items.isEmpty ? 3.6 : 1.2)
      if Double(gap) > limit * Double(height) { return }
      let begins = row.words.first.map { Self.isDash($0.text) } ?? false
      let previous = items.last?.last?.text ?? ""
      if begins {
        // Body paragraphs with dashes are not of a list that began without any.
        if dash == nil, !items.isEmpty { return }
        if reader.page.isPlaced, let dash, abs(row.box.x - dash) > 2 * height { return }
        dash = dash ?? row.box.x
        add(row, to: &items, isFirst: true)
      } else if let dash {
        guard !previous.hasSuffix("."),
          reader.page.isPlaced ? row.box.x > dash - height / 4 : !previous.hasSuffix(";")
        else { return }
        if previous.hasSuffix(";") { return }
        add(row, to: &items, isFirst: false)
      } else {
        guard isContinued(previous, by: row, label: label, first: first, margin: margin) else {
          return
        }
        let isEnd = previous.hasSuffix(";") || isBroken(items.last?.last, before: row)
        add(row, to: &items, isFirst: items.isEmpty || isEnd)
      }
      last = row.box
    }
  }

  /// Whether `previous` ends an addressee though its sign came out as another: the first word of `row`,
  /// which begins as offices are named, would have stood on its line, or a colon stands where names have
  /// none.
  private func isBroken(_ previous: Passage?, before row: Passage) -> Bool {
    guard reader.page.isPlaced, reader.page.isRead, let previous, let first = row.words.first,
      previous.text.last.map({ ",:".contains($0) }) == true, first.text.first?.isUppercase == true,
      reader.lexicon.organisations.contains(where: { PhraseSearch.opening($0, of: row) != nil })
    else { return false }
    if previous.text.hasSuffix(":") { return true }
    let right = reader.all.map(\.box.maxX).max() ?? 0
    return previous.box.maxX + first.box.width + 2 * reader.rows.wordHeight < right
  }

  /// `row` without what stands far to the left of it, as a stamp beside the addressees does.
  private func besideStamp(_ row: Passage, label: Passage) -> Passage {
    guard reader.page.isPlaced else { return row }
    let height = reader.rows.wordHeight
    let start = row.words.indices.dropFirst().first { index in
      row.words[index].box.x >= label.box.x
        && row.words[index].box.x - row.words[index - 1].box.maxX > 2 * height
    }
    return start.map { row.part($0...) } ?? row
  }

  /// Whether `row` goes on with an addressee who has no dash before the name.
  private func isContinued(
    _ previous: String, by row: Passage, label: Passage, first: Passage, margin: Int
  ) -> Bool {
    if previous.hasSuffix(".") || SubjectReader(reader: reader).isOther(row) { return false }
    let height = reader.rows.wordHeight
    guard reader.page.isPlaced else {
      return previous.isEmpty || previous.hasSuffix(";") || previous.hasSuffix(",")
    }
    if previous.isEmpty { return row.box.x > label.box.x }
    // A paragraph begins near the margin; a name goes on under its own beginning, or centred.
    return row.box.x > margin + 3 * height
      || (!first.words.isEmpty && row.box.x >= first.box.x - height)
  }

  /// Where the lines of the body begin.
  private func bodyMargin(_ rows: ArraySlice<Passage>) -> Int {
    let edges = rows.filter { $0.words.count > 4 }.map(\.box.x).sorted()
    return edges.isEmpty ? 0 : edges[edges.count / 10]
  }
}
