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
    for (index, row) in right.enumerated() {
      var row = row
      if PlaceAndDate(row) == nil, index + 1 < right.count, row.text.contains("ngày") {
        // Day and month fell on two lines.
        row.words += right[index + 1].words
        row.alternatives = []
      }
      guard let date = PlaceAndDate(row) else { continue }
      head.place = date.start < date.placeEnd ? row.part(date.start..<date.placeEnd) : nil
      var reading = date.reading
      if reading == .unreadable {
        // Another reading of the line may have it.
        for words in row.alternatives {
          let other = PlaceAndDate(Passage(page: row.page, words: words))
          if let other, case .value = other.reading {
            reading = other.reading
            break
          }
        }
      }
      head.date = (row.part(date.placeEnd...), reading)
      return
    }
  }

  /// The office, the number and what stands below it in the left column.
  private func readLeft(into head: inout LetterHead, from columns: HeadColumns) {
    let left = columns.left
    var number = left.indices.first { LetterNumber(left[$0]) != nil }
    if let index = number, let reading = LetterNumber(left[index]) {
      head.number = (
        left[index].part(0..<reading.wordCount), Self.agreed(reading.reading, in: left[index])
      )
    } else {
      number = nil
    }
    let height = rows.wordHeight
    var offices: [Passage] = []
    for row in left[..<(number ?? left.endIndex)] {
      guard row.letters.all >= 2, !StampReader(lexicon: lexicon).isStamp(row) else { continue }
      guard row.isCapitals else {
        if offices.isEmpty { continue } else { break }
      }
      if page.isPlaced, let last = offices.last, row.box.y - last.box.maxY > 4 * height { break }
      offices.append(row)
    }
    (head.parent, head.issuer) = OfficeLines(lexicon: lexicon).parted(offices)
    guard let number else { return }
    head.subject = SubjectReader(reader: self).subject(
      in: left[(number + 1)...], below: left[number].box, boundary: columns.boundary)
  }

  /// Whether the digits at the beginning of the number were hardly legible.
  private static func isDoubtful(_ passage: Passage) -> Bool {
    let digits = passage.words.prefix(2).filter { $0.text.contains(where: \.isNumber) }
    return digits.contains { $0.confidence < 0.6 }
  }

  /// The reading of a number that most readings of its line give.
  private static func agreed(
    _ reading: LetterNumber.Reading, in passage: Passage
  ) -> LetterNumber.Reading {
    let others = passage.alternatives.compactMap {
      LetterNumber(Passage(page: passage.page, words: $0))?.reading
    }.filter {
      if case .value = $0 { true } else { false }
    }
    if isDoubtful(passage), !others.contains(reading) {
      // Digits that a hand wrote come out as anything.
      return others.count > 1 && others[0] == others[1] ? others[0] : .unreadable
    }
    guard let first = others.first else { return reading }
    if case .value = reading, others.contains(reading) || others.count < 2 { return reading }
    if case .blank = reading { return reading }
    if others.count > 1, others[0] == others[1] { return first }
    if case .unreadable = reading { return first }
    return reading
  }
}
