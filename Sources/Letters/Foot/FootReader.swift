internal import Documents

/// Finds the foot of a letter: on the left where copies go, on the right who signed.
struct FootReader {
  let lexicon: LetterLexicon
  let page: LetterPage
  let rows: PageRows
  /// The words of the offices that the head names, which seals bear as well.
  let offices: Set<String>

  init(_ page: LetterPage, lexicon: LetterLexicon, offices: Set<String>) {
    self.lexicon = lexicon
    self.offices = offices
    self.page = page
    rows = PageRows(page)
  }

  /// What the foot says; nil where `page` holds none below `upper`, or none with the label of the
  /// distribution where it `isLabelled`.
  func foot(below upper: Int, isLabelled: Bool) -> LetterFoot? {
    let all = rows.rows().filter { $0.box.midY > Double(upper) && $0.hasContent }
    let label = all.firstIndex { self.label(of: $0) != nil }
    guard !isLabelled || label != nil else { return nil }
    guard let title = SignerReader(reader: self).title(in: all, near: label.map { all[$0] }) else {
      guard let label else { return nil }
      // A seal may hide the title, and leave the name below.
      var foot = LetterFoot(page: page.number)
      let signer = SignerReader(reader: self).signer(below: nil, near: all[label], in: all)
      foot.signer = signer?.name
      foot.signerIsRepaired = signer?.isRepaired ?? false
      foot.distribution = distribution(
        from: label, in: all, skipping: [foot.signer].compactMap { $0 })
      foot.top = all[label].box.y
      foot.bottom = foot.distribution.flatMap { $0 }.map(\.box.maxY).max() ?? all[label].box.maxY
      return foot
    }
    var foot = LetterFoot(page: page.number)
    foot.title = title.lines
    let found = SignerReader(reader: self).signer(
      below: title, near: label.map { all[$0] }, in: all)
    let signer = found?.name
    foot.signer = signer
    foot.signerIsRepaired = found?.isRepaired ?? false
    if let label {
      foot.distribution = distribution(
        from: label, in: all, skipping: title.lines + [signer].compactMap { $0 })
    }
    let parts = title.lines + [signer].compactMap { $0 } + foot.distribution.flatMap { $0 }
    foot.top = min(
      title.lines.map(\.box.y).min() ?? .max, label.map { all[$0].box.y } ?? .max)
    foot.bottom = max(
      parts.map(\.box.maxY).max() ?? foot.top, label.map { all[$0].box.maxY } ?? 0)
    return foot
  }

  /// How many of the first words of `row` are the label of the distribution.
  func label(of row: Passage) -> Int? {
    for phrase in lexicon[.distribution] {
      guard let count = PhraseSearch.opening(phrase, of: row) else { continue }
      // In a sentence the words have no colon.
      if row.words.count == count || row.words[count - 1].text.hasSuffix(":")
        || row.words[count].text.hasPrefix(":")
        || (page.isPlaced
          && row.words[count].box.x - row.words[count - 1].box.maxX > 2 * rows.wordHeight)
        || row.part(count...).isCapitals
      {
        return count
      }
    }
    return nil
  }

  /// The items under the label, without the words of `others`.
  private func distribution(
    from label: Int, in all: [Passage], skipping others: [Passage]
  ) -> [[Passage]] {
    let taken = others.flatMap(\.words).map(\.box)
    let labelled = all[label]
    var items: [[Passage]] = []
    var last = labelled.box
    let count = self.label(of: labelled) ?? 0
    let height = rows.wordHeight
    // The list stands in the left half, but a long line may reach under the title.
    let rows =
      page.isPlaced
      ? self.rows.rows(
        to: 0.58 * Double(page.width),
        within: (labelled.box.y - height / 2)...max(page.height, labelled.box.maxY))
      : Array(all[label...])
    let first = rows.firstIndex { row in
      labelled.words.first.map { row.words.contains($0) } ?? false
    }
    for (index, row) in rows.enumerated() where index >= first ?? 0 {
      var part = index == first ?? 0 ? row.part(min(count, row.words.count)...) : row
      if let first = part.words.firstIndex(where: { word in
        taken.contains { 2 * $0.intersection(word.box).area > word.box.area }
      }) {
        part = part.part(..<first)
      }
      cutBehindGap(&part)
      dropNoise(at: &part)
      if isFiling(part) {
        // Typists' marks stand behind the full stop of the last item.
        if let end = Self.end(ofFiling: part) { part.words.removeSubrange((end + 1)...) }
        if let mark = Self.mark(inFiling: part) { part.words.removeSubrange(mark...) }
      }
      // A letter alone is of a seal or of a pen.
      guard
        part.letters.all > 1 || part.words.contains(where: { $0.text.contains(where: \.isNumber) })
      else { continue }
      // Two readings of the last line may stand over each other.
      if isFiling(part), isFiling(items.last?.first) { break }
      let gap = part.box.y - last.maxY
      if gap > (page.isPlaced ? 3 * height : 100) { break }
      if isOther(part) { break }
      // What begins far from the list is of the signature, or of its seal.
      if page.isPlaced, part.box.x > labelled.box.x + page.width / 4 { continue }
      let begins = RecipientReader.isDash(part.words[0].text) || Self.isFiled(part)
      if begins || items.isEmpty {
        if !items.isEmpty, items.last?.last?.text.hasSuffix(".") == true, gap > 2 * height { break }
        items.append([part])
      } else if let previous = items.last?.last {
        if isFiling(items.last?.first), previous.text.hasSuffix(".") { break }
        if previous.text.hasSuffix(";") {
          items.append([part])
        } else {
          items[items.count - 1].append(part)
        }
      }
      last = part.box
    }
    return items
  }

  /// Cuts off what stands right of a gap: it belongs to the signature or to its seal.
  private func cutBehindGap(_ part: inout Passage) {
    guard page.isPlaced else { return }
    for index in part.words.indices.dropFirst() {
      let (word, before) = (part.words[index], part.words[index - 1])
      let gap = word.box.x - before.box.maxX
      // Behind the sign that ends an item nothing of the list follows on its line.
      let isEnd = before.text.hasSuffix(";") && 2 * word.box.x > page.width / 2
      let limit = isEnd ? rows.wordHeight / 4 : rows.wordHeight * 5 / 4
      guard gap > limit, RecipientReader.isDash(before.text) == false else { continue }
      part = part.part(..<index)
      return
    }
  }

  /// Takes away what stands behind a gap and is hardly print.
  private func dropNoise(at part: inout Passage) {
    while part.words.count > 1, let last = part.words.last, isNoise(last) {
      let gap = last.box.x - part.words[part.words.count - 2].box.maxX
      guard 3 * gap > 2 * rows.wordHeight else { return }
      part.words.removeLast()
    }
    if part.words.count == 1, isNoise(part.words[0]) { part.words.removeAll() }
  }

  /// Whether `word` is what an engine makes of the edge of a seal or of a signature.
  private func isNoise(_ word: TextWord) -> Bool {
    guard page.isRead, !FieldText.saysReported(word) else { return false }
    let letters = word.text.count { $0.isLetter || $0.isNumber }
    return letters == 0
      ? !RecipientReader.isDash(word.text) && word.confidence < 0.9
      : word.confidence < (letters < 3 ? 0.5 : 0.3)
  }

  private func isFiling(_ item: Passage?) -> Bool {
    guard let item else { return false }
    let plain = item.part(min(item.words.count, 1)...)
    return lexicon[.filing].contains {
      PhraseSearch.opening($0, of: plain) != nil || PhraseSearch.opening($0, of: item) != nil
    }
  }

  /// The index of the word in the last item of a list that ends it: one with a full stop, but not
  /// the first of its symbols, behind which a comma is often read so.
  private static func end(ofFiling part: Passage) -> Int? {
    let stops = part.words.indices.filter { part.words[$0].text.hasSuffix(".") }
    guard let first = stops.first else { return nil }
    let isArchive = part.words[first].text.filter(\.isLetter) == "VT"
    guard isArchive, first + 1 < part.words.count else { return first }
    let next = part.words[first + 1]
    // A typist's mark is smaller, and has digits.
    let isSymbol =
      next.text.contains(where: \.isLetter) && !next.text.contains(where: \.isNumber)
      && 10 * next.box.height > 7 * part.words[first].box.height
    return isSymbol ? stops.dropFirst().first : first
  }

  /// Whether `part` begins with the label of the archive, `Lưu:`.
  private static func isFiled(_ part: Passage) -> Bool {
    part.words[0].text == "Lưu:"
      || part.words[0].text == "Lưu" && part.words.dropFirst().first?.text == ":"
  }

  /// The index of a typist's mark whose full stop was lost: it begins with the symbol before it and goes
  /// on with how many copies there are.
  private static func mark(inFiling part: Passage) -> Int? {
    part.words.indices.dropFirst(2).first { index in
      let (word, symbol) = (part.words[index].text, part.words[index - 1].text)
      let letters = symbol.filter(\.isLetter)
      return letters.count > 1 && letters.allSatisfy(\.isUppercase) && word.hasPrefix(letters)
        && word.dropFirst(letters.count).contains { $0.isLowercase || $0.isNumber }
    }
  }

  /// Whether `row` is the page's number, a stamp, or the heading of an annex.
  private func isOther(_ row: Passage) -> Bool {
    lexicon[.annex].contains { PhraseSearch.opening($0, of: row) != nil && row.isCapitals }
  }
}
