internal import Documents
internal import Gazetteer
package import VietnameseText

/// Reads what the pages of a letter say, by Decree 30/2020 and the circulars before it.
///
/// A function of the lines on the pages: whether an engine read them or a text layer gave them is
/// all the same.
package struct LetterReader: Sendable {
  private let lexicon: LetterLexicon
  private let initials: SmallInitials?

  /// Creates a reader with the words of letters, and the `model` of the language where what an engine
  /// read is to be settled by it.
  package init(lexicon: LetterLexicon, model: LanguageModel? = nil) {
    self.lexicon = lexicon
    initials = model.map(SmallInitials.init)
  }

  /// Whether a line is one whose digits or names nothing else in a letter proves: the number, the
  /// date, and the name of who signed.
  package func isTelling(_ line: String) -> Bool {
    let words = line.split(separator: " ").map {
      TextWord(
        text: String($0), box: PixelBox(x: 0, y: 0, width: 1, height: 1), confidence: 1)
    }
    let passage = Passage(page: 1, words: words)
    let isDated = words.count < 14 && PlaceAndDate(passage) != nil
    if isDated { return true }
    // In a sentence more than a date follows the number.
    if let number = LetterNumber(passage), number.wordCount == words.count,
      case .value = number.reading
    {
      return true
    }
    return (2...5).contains(words.count) && words.allSatisfy { SignerReader.isOfName($0.text) }
  }

  /// Whether a line says a whole title, or a whole name that people are called, as what stands in a
  /// signature does.
  package func isWhole(_ line: String) -> Bool {
    let words = line.split(separator: " ").map {
      TextWord(
        text: String($0), box: PixelBox(x: 0, y: 0, width: 1, height: 1), confidence: 1)
    }
    if TitleLine(words, lexicon: lexicon, isDeputy: false)?.isExact == true { return true }
    let plain = words.map(\.text).filter { !SignerReader.isDegree($0) }
    return plain.count > 2 && plain.allSatisfy(SignerReader.isOfName)
      && lexicon.names.isKnown(plain.joined(separator: " "))
  }

  /// Whether a line is the label of the distribution, right of which somebody signed.
  package func isDistribution(_ line: String) -> Bool {
    let words = line.split(separator: " ").prefix(3).map {
      TextWord(
        text: String($0), box: PixelBox(x: 0, y: 0, width: 1, height: 1), confidence: 1)
    }
    let passage = Passage(page: 1, words: Array(words))
    return lexicon[.distribution].contains { phrase in
      guard let count = PhraseSearch.opening(phrase, of: passage) else { return false }
      return words.count == count || words[count - 1].text.hasSuffix(":")
    }
  }

  /// Whether `page` bears the head of a letter: motto, a number with its symbol, and a date, where
  /// it `isFilledIn` neither of them left blank.
  package func hasHead(on page: LetterPage, isFilledIn: Bool) -> Bool {
    let head = HeadReader(page, lexicon: lexicon).head()
    guard !head.motto.isEmpty, let number = head.number, let date = head.date,
      number.passage.text.contains("/")
    else { return false }
    guard isFilledIn else { return true }
    if case .value = number.reading, case .value = date.reading { return true }
    return false
  }

  /// What the letter on `pages` says; `untouched` are the same pages before any repair.
  package func letter(on pages: [LetterPage], untouched: [LetterPage]) -> Letter {
    var letter = Letter()
    let pages = pages.map(lexicon.terms.repaired)
    guard let first = pages.firstIndex(where: { !$0.lines.isEmpty }) else { return letter }
    let head = HeadReader(pages[first], lexicon: lexicon).head()
    letter.hasHead = head.isFound
    let foot = foot(on: pages[first...], below: head)
    let writer = LetterFields(
      pages: Array(pages[first...]), untouched: untouched, lexicon: lexicon, initials: initials,
      echo: OfficeEcho(Array(pages[first...])))
    writer.write(head, into: &letter)
    if let foot { writer.write(foot, into: &letter) }
    writer.repairFiling(of: &letter)
    writer.repairNumber(of: &letter)
    writer.writeMissing(into: &letter)
    letter.stamps = head.stamps.map { FieldText.joined($0.words.map(\.text)) }
    for page in pages[first...] {
      let body = BodyReader(page)
      if let foot, page.number > foot.page {
        letter.annexes += [annex(page, body)].compactMap { $0 }
        continue
      }
      let isFirst = page.number == pages[first].number
      let isLast = page.number == foot?.page
      let paragraphs = body.paragraphs(
        from: isFirst ? head.bottom : .min, to: isLast ? foot?.top ?? .max : .max)
      append(paragraphs, to: &letter.body, continuing: !isFirst && body.beginsWithin())
    }
    return letter
  }

  /// The foot of the letter: on the first page that says where copies go, or else on the last one
  /// with a title and a name.
  private func foot(on pages: ArraySlice<LetterPage>, below head: LetterHead) -> LetterFoot? {
    let offices = Set((head.parent + head.issuer).flatMap { $0.words.map(\.text) })
    let readers = pages.map { page in
      (
        FootReader(page, lexicon: lexicon, offices: offices),
        page.number == pages.first?.number ? head.bottom : -1
      )
    }
    for (reader, upper) in readers {
      if let foot = reader.foot(below: upper, isLabelled: true) { return foot }
    }
    for (reader, upper) in readers.reversed() {
      if let foot = reader.foot(below: upper, isLabelled: false), foot.signer != nil { return foot }
    }
    return nil
  }

  /// Adds `paragraphs` to `body`; the first of them goes on with the last one where it does.
  private func append(_ paragraphs: [String], to body: inout [String], continuing: Bool) {
    guard continuing, let first = paragraphs.first, let last = body.last else {
      body += paragraphs
      return
    }
    body[body.count - 1] = last + " " + first
    body += paragraphs.dropFirst()
  }

  private func annex(_ page: LetterPage, _ body: BodyReader) -> Letter.Annex? {
    let paragraphs = body.paragraphs()
    guard let title = paragraphs.first else { return nil }
    return Letter.Annex(title: title, page: page.number, paragraphs: paragraphs)
  }
}
