internal import Documents

/// Finds the parts of the head on the first page of a letter: two columns over each other, the
/// office on the left, motto and date on the right, then title or subject and the addressees.
struct HeadReader {
  let lexicon: LetterLexicon
  let page: LetterPage
  let rows: PageRows
  /// The rows over the whole width.
  let all: [Passage]

  init(_ page: LetterPage, lexicon: LetterLexicon) {
    self.lexicon = lexicon
    self.page = page
    rows = PageRows(page)
    all = rows.rows()
  }

  /// What was read with less is hardly print.
  private static let legible = 0.6
  /// How many rows of a page may belong to a head.
  private static let most = 40

  /// What the head says.
  func head() -> LetterHead {
    var head = LetterHead()
    let columns = HeadColumns(self)
    head.motto = columns.motto
    readDate(into: &head, from: columns.right)
    readLeft(into: &head, from: columns)
    let upper = [
      head.motto.map(\.box.maxY).max(), head.number?.passage.box.maxY, head.date?.passage.box.maxY,
      head.issuer.map(\.box.maxY).max(),
    ].compactMap { $0 }.max()
    guard let upper else {
      head.bottom = page.isPlaced ? 0 : -1
      return head
    }
    head.bottom = max(upper, head.subject.map(\.box.maxY).max() ?? 0)
    TitleReader(reader: self).read(into: &head, below: upper)
    RecipientReader(reader: self).read(into: &head)
    head.stamps = StampReader(lexicon: lexicon).stamps(in: all, above: head)
    return head
  }

  private func readDate(into head: inout LetterHead, from right: [Passage]) {
    // A date further down is one that the letter speaks of.
    let end = bodyTop(below: head)
    let rows = right.filter { $0.box.y < end }
    for (index, row) in rows.enumerated() {
      var row = row
      if PlaceAndDate(row) == nil, index + 1 < rows.count, row.text.contains("ngày") {
        // Day and month fell on two lines.
        row.words += rows[index + 1].words
        row.alternatives = []
      }
      guard let date = PlaceAndDate(row), !date.goesOn else { continue }
      head.place = date.start < date.placeEnd ? row.part(date.start..<date.placeEnd) : nil
      let vote = DateVote(date, in: row)
      head.date = (row.part(date.placeEnd...), vote.reading)
      head.dayIsDoubtful = vote.isDoubtful
      head.dayIsDisputed = vote.isDisputed
      return
    }
  }

  /// Where below the motto of `head` the addressees are named or the body begins.
  private func bodyTop(below head: LetterHead) -> Int {
    let upper = head.motto.map(\.box.maxY).max() ?? .min
    let row = all.first { row in
      row.box.y >= upper
        && [LetterLexicon.Role.recipients, .opening].contains { role in
          lexicon[role].contains { PhraseSearch.opening($0, of: row) != nil }
        }
    }
    return row?.box.y ?? .max
  }

  /// The office, the number and what stands below it in the left column.
  private func readLeft(into head: inout LetterHead, from columns: HeadColumns) {
    // So is a number further down.
    let end = bodyTop(below: head)
    let left = columns.left
    let numbered = left.indices.filter { left[$0].box.y < end && LetterNumber(left[$0]) != nil }
    var number = numbered.first { !Self.isOfStamp(left[$0]) } ?? numbered.first
    if let index = number, let reading = LetterNumber(left[index]) {
      let vote = NumberVote(reading.reading, in: left[index])
      var agreed = vote.reading
      // Who fills in the day fills in the number as well.
      if head.dayIsDoubtful || head.dayIsDisputed && !vote.isCertain, case .value = agreed {
        agreed = .unreadable
      }
      head.number = (left[index].part(0..<reading.wordCount), agreed)
    } else {
      number = nil
    }
    let height = rows.wordHeight
    var offices: [Passage] = []
    for row in left[..<(number ?? left.endIndex)] {
      guard row.letters.all >= 2, !StampReader(lexicon: lexicon).isStamp(row) else { continue }
      guard row.isCapitals || isOffice(row, below: offices.last) else {
        if offices.isEmpty { continue } else { break }
      }
      if page.isPlaced, let last = offices.last, row.box.y - last.box.maxY > 4 * height { break }
      // The same print read twice, the second time badly.
      if let last = offices.last, row.confidence < Self.legible,
        row.box.midY < Double(last.box.maxY),
        row.words.allSatisfy({ word in last.words.contains { $0.text == word.text } })
      {
        continue
      }
      offices.append(row)
    }
    (head.parent, head.issuer) = OfficeLines(lexicon: lexicon).parted(offices)
    guard let number else { return }
    head.subject = SubjectReader(reader: self).subject(
      in: left[(number + 1)...], below: left[number].box, boundary: columns.boundary)
  }

  /// Whether `row` goes on with an office whose lines end with `last`, small as some of its capitals were
  /// taken for.
  private func isOffice(_ row: Passage, below last: Passage?) -> Bool {
    guard page.isRead, page.isPlaced, let last, row.box.y - last.box.maxY < rows.wordHeight else {
      return false
    }
    return row.words.first?.text.allSatisfy { $0.isUppercase } == true
      && 3 * row.letters.capitals >= 2 * row.letters.all
  }

  /// Whether the number in `row` has no symbol, as that of a stamp has none.
  private static func isOfStamp(_ row: Passage) -> Bool {
    guard case .value(let number)? = LetterNumber(row)?.reading else { return false }
    return number.allSatisfy(\.isNumber)
  }
}
