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
      foot.distribution = DistributionReader(reader: self).items(
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
      foot.distribution = DistributionReader(reader: self).items(
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
}
