internal import Documents
internal import Gazetteer
internal import VietnameseText

/// Writes the parts that were found on the pages as fields of the contract.
struct LetterFields {
  let pages: [LetterPage]
  let untouched: [LetterPage]
  let lexicon: LetterLexicon
  /// Settles the initials of what an engine read; nil where that cannot be done.
  let initials: SmallInitials?
  /// How the letter writes the names of its head elsewhere.
  let echo: OfficeEcho

  /// Writes what the head says.
  func write(_ head: LetterHead, into letter: inout Letter) {
    if !head.issuer.isEmpty {
      letter.fields[.issuer] = office(head.issuer)
    }
    if !head.parent.isEmpty {
      letter.fields[.parentIssuer] = office(head.parent)
    }
    writeNumber(head, into: &letter)
    if let read = head.place {
      let place = PlaceVote(units: lexicon.units)
        .best(of: read, offices: [head.issuer, head.parent])
      let text = joined([place])
      if !text.isEmpty {
        var field = field(text, of: [place])
        agree(place.alternatives.map { FieldText.joined($0.map(\.text)) == text }, on: &field)
        let match = lexicon.units.match(text)
        if isRead(place), match.lexicon == .corrected {
          field.value = .text(match.text)
          field.evidence.lexicon = .corrected
        }
        letter.fields[.issuedAt] = field
      }
    }
    if let date = head.date {
      switch date.reading {
      case .value(let day):
        var field = field(day.description, of: [date.passage])
        let others = date.passage.alternatives.compactMap {
          PlaceAndDate(Passage(page: date.passage.page, words: $0))?.reading
        }
        agree(others.map { $0 == date.reading }, on: &field)
        letter.fields[.issuedOn] = field
      case .blank:
        letter.fields[.issuedOn] = blank(date.passage)
        letter.blankFields.insert(.issuedOn)
      case .unreadable: letter.fields[.issuedOn] = blank(date.passage)
      }
    }
    if let type = head.type {
      var field = field(type.name, of: [type.passage])
      if type.passage.text.lowercased().foldingTonePlacement() == type.name.foldingTonePlacement() {
        // What stands in the list letter for letter is no matter of how surely it was read.
        field.evidence.lexicon = .exact
        field.evidence.engineConfidence = nil
      }
      letter.fields[.letterType] = field
    } else if head.isFound {
      var field = Field(value: "công văn", sources: [source(of: head.issuer)])
      // A letter without a title says under its number what it is about.
      field.evidence.isWellFormed =
        head.subject.first.map { SubjectReader.label(of: $0) > 0 } ?? false
      letter.fields[.letterType] = field
    }
    let isRead = source(of: head.subject) == .ocr
    let subject = SubjectReader.words(
      of: isRead ? lexicon.terms.repaired(over: head.subject) : head.subject)
    let text = FieldText.joined(isRead ? initials?.settled(subject) ?? subject : subject)
    if !text.isEmpty { letter.fields[.subject] = field(text, of: head.subject) }
    let recipients = items(head.recipients)
    if !recipients.isEmpty {
      letter.fields[.recipients] = field(.list(recipients), of: head.recipients.flatMap { $0 })
    }
  }

  /// Writes what the foot says.
  func write(_ foot: LetterFoot, into letter: inout Letter) {
    if !foot.title.isEmpty {
      letter.fields[.signerTitle] = title(foot.title)
    }
    if let signer = foot.signer {
      let name = FieldText.joined(signer.words.map(\.text))
      var field = field(.text(name), of: [signer])
      let others = signer.alternatives.map { FieldText.joined($0.map(\.text)) }
      field.evidence.readingsAgree = others.isEmpty ? nil : others.contains(name)
      field.evidence.measures[.agreement] = Double(others.count { $0 == name })
      let plain = signer.words.map(\.text).filter { !SignerReader.isDegree($0) }
      let isKnown = lexicon.names.isKnown(plain.joined(separator: " "))
      field.evidence.lexicon = foot.signerIsRepaired ? .corrected : isKnown ? .exact : .absent
      letter.fields[.signer] = field
    }
    writeDistribution(foot, into: &letter)
  }

  /// The lines above a signature, each as that of its readings has it which says a title.
  private func title(_ lines: [Passage]) -> Field {
    var texts: [String] = []
    var (isCorrected, isKnown, agrees) = (false, true, Bool?.none)
    for line in lines {
      let isDeputy = texts.last.map(TitleLine.isForAnother) ?? false
      let own = FieldText.joined(line.words.map(\.text))
      let readings = [line.words] + line.alternatives
      let titles = readings.compactMap { TitleLine($0, lexicon: lexicon, isDeputy: isDeputy) }
      let deputy =
        titles.isEmpty
        ? texts.last.flatMap { last in
          readings.lazy.map { FieldText.joined($0.map(\.text)) }
            .compactMap { TitleLine.deputy($0, below: last) }.first
        } : nil
      let opened = titles.isEmpty ? TitleLine.opened(line.words, lexicon: lexicon) : nil
      let text =
        (titles.first(where: \.isExact) ?? titles.first)?.text ?? deputy ?? opened ?? own
      isCorrected = isCorrected || text != own
      isKnown = isKnown && !titles.isEmpty
      if !line.alternatives.isEmpty {
        let others = line.alternatives.map { FieldText.joined($0.map(\.text)) }
        agrees = (agrees ?? true) && others.contains(text)
      }
      texts.append(text)
    }
    if let first = lines.first, texts.count > 1, !texts[0].contains(".") {
      // Of two lines the first says for whom the second signs.
      let authority = first.alternatives.compactMap {
        TitleLine($0, lexicon: lexicon, isDeputy: false)?.text
      }.first { $0.hasSuffix(". " + texts[0]) }
      if let authority { (texts[0], isCorrected) = (authority, true) }
    }
    // What is unknown itself is no ground to add a line to.
    let whole = isKnown ? TitleLine.withAuthority(texts) : texts
    isCorrected = isCorrected || whole != texts
    texts = TitleLine.spaced(whole, as: lines.map(\.text))
    if texts.count == lines.count { texts = zip(texts, lines).map(TitleLine.closed) }
    var field = field(.text(texts.joined(separator: " / ")), of: lines)
    field.evidence.readingsAgree = agrees
    field.evidence.measures[.agreement] = Double(
      zip(lines, texts).map { line, text in
        line.alternatives.count { FieldText.joined($0.map(\.text)) == text }
      }.min() ?? 0)
    field.evidence.lexicon = isCorrected ? .corrected : isKnown ? .exact : .absent
    field.evidence.isWellFormed = TitleLine.areComplete(texts, lexicon: lexicon)
    return field
  }

  /// Writes the fields that were not found as having no value.
  func writeMissing(into letter: inout Letter) {
    for key in FieldKey.letterKeys where letter.fields[key] == nil {
      letter.fields[key] = Field()
    }
  }

  private func joined(_ passages: [Passage]) -> String {
    FieldText.joined(passages.flatMap { $0.words.map(\.text) })
  }

  /// The name of an office, that of the unit in it put right by the catalogue.
  private func office(_ passages: [Passage]) -> Field {
    let words = passages.flatMap { $0.words.map(\.text) }
    let isRead = source(of: passages) == .ocr
    let repaired = isRead ? known(passages) ?? repaired(passages) : words
    // It stands in capitals, whatever an engine makes of some of them.
    let printed = passages.flatMap(\.words).filter { Self.isOfOffice($0.text) }
    let plain = repaired.filter(Self.isOfOffice).map { $0.uppercased() }
    let illegible = printed.indices.filter { printed[$0].confidence < Self.illegible }
    let settled =
      isRead
      ? echo.settled(plain, illegible: plain.count == printed.count ? Set(illegible) : [])
      : repaired
    var field = field(FieldText.joined(settled), of: passages)
    if settled != words { field.evidence.lexicon = .corrected }
    return field
  }

  /// What was read with less may be another word.
  private static let illegible = 0.4

  /// Whether `word` is no speck that was read as a sign.
  private static func isOfOffice(_ word: String) -> Bool {
    word.contains { $0.isLetter || $0.isNumber } || RecipientReader.isDash(word) || word == "&"
  }

  /// The words that an engine read in `passages`, those of known names put right over the lines.
  func repaired(_ passages: [Passage]) -> [String] {
    lexicon.units.repaired(lexicon.terms.repaired(passages.flatMap(\.words)).map(\.text))
  }

  /// The words of the one line of `passages` where it all but says a name in the list and nothing else.
  private func known(_ passages: [Passage]) -> [String]? {
    guard passages.count == 1, passages[0].isCapitals,
      let term = lexicon.terms.whole(passages[0].text)
    else { return nil }
    return term.uppercased().split(separator: " ").map(String.init)
  }

  /// Whether an engine read `passage`.
  private func isRead(_ passage: Passage) -> Bool { source(of: [passage]) == .ocr }

  func blank(_ passage: Passage) -> Field {
    Field(sources: [source(of: [passage])], page: passage.page, box: passage.box)
  }

  /// Where the words of `passages` come from; where there is none, where those of the letter do.
  func source(of passages: [Passage]) -> FieldSource {
    let sources = pages.compactMap { page -> FieldSource? in
      let boxes = passages.filter { $0.page == page.number }.flatMap { $0.words.map(\.box) }
      return boxes.isEmpty && !passages.isEmpty ? nil : page.source(of: boxes)
    }
    return sources.contains(.ocr) ? .ocr : .textLayer
  }

  private func field(_ text: String, of passages: [Passage]) -> Field {
    field(.text(text), of: passages)
  }

  /// Notes which other readings of the print of `field` say the same.
  func agree(_ others: [Bool], on field: inout Field) {
    field.evidence.readingsAgree = others.isEmpty ? nil : others.allSatisfy { $0 }
    field.evidence.measures[.agreement] = Double(others.count { $0 })
  }

  func field(
    _ value: FieldValue, of passages: [Passage], isVouchedFor: (TextWord) -> Bool = { _ in false }
  ) -> Field {
    let page = passages.first?.page
    let placed = passages.filter { $0.page == page }
    let source = source(of: passages)
    var field = Field(value: value, sources: [source], page: page)
    field.box = PixelBox.union(of: placed.map(\.box))
    field.raw = raw(of: passages)
    let words = passages.flatMap(\.words)
    let letters = words.reduce(0) { $0 + $1.text.count }
    field.evidence.engineConfidence =
      words.filter { !isVouchedFor($0) }.map(\.confidence).min() ?? words.map(\.confidence).min()
    field.evidence.witnesses = [source]
    field.evidence.isWellFormed = true
    field.evidence.measures[.meanEngine] =
      words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(max(1, letters))
    field.evidence.measures[.length] = Double(letters)
    let printed = words.map(\.text).joined(separator: " ")
    field.evidence.measures[.changedLetters] =
      field.raw.map { $0 == printed ? 0 : Double(abs($0.count - printed.count) + 1) } ?? 0
    return field
  }

  /// What stood in the places of `passages` before any repair.
  private func raw(of passages: [Passage]) -> String? {
    guard !untouched.isEmpty else { return nil }
    var words: [String] = []
    for passage in passages {
      guard let page = untouched.first(where: { $0.number == passage.page }) else { continue }
      for word in page.lines.flatMap(\.words)
      where passage.words.contains(where: { 2 * $0.box.intersection(word.box).area > word.box.area }
      ) {
        words.append(word.text)
      }
    }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
