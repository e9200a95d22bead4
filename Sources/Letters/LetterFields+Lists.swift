internal import Documents
internal import Gazetteer

/// Writes the lists of a letter.
extension LetterFields {
  /// Writes where copies go.
  func writeDistribution(_ foot: LetterFoot, into letter: inout Letter) {
    let symbols = lexicon.departments(in: letter.text(.letterNumber))
    let filing = FilingLine(symbols: lexicon.departments.union(symbols))
    let reading = ListReading(symbols: symbols, filing: filing)
    let distribution = items(foot.distribution.map { $0.map(reading.best) }, filing: filing)
    if !distribution.isEmpty {
      letter.fields[.distribution] = field(
        .list(distribution), of: foot.distribution.flatMap { $0 }
      ) { word in
        // Small type that fixed words, or the symbol of the number, vouch for.
        let plain = PhraseSearch.trimmed(word.text)
        return plain.isEmpty || ["b/c", "Lưu", "VT"].contains(plain) || symbols.contains(plain)
      }
    }
  }

  /// Puts the symbol of the department that files the letter right by the number's, of which it is one.
  func repairFiling(of letter: inout Letter) {
    var items = letter.list(.distribution)
    guard letter.fields[.distribution]?.sources.contains(.ocr) == true,
      let filing = items.last, filing.hasPrefix("Lưu")
    else { return }
    let repaired = SymbolRepair.repaired(
      filing: filing, by: lexicon.departments(in: letter.text(.letterNumber)),
      among: lexicon.departments)
    guard repaired != filing else { return }
    items[items.count - 1] = repaired
    letter.fields[.distribution]?.value = .list(items)
    letter.fields[.distribution]?.evidence.lexicon = .corrected
  }

  /// The items of a list without their dashes and the signs behind them.
  func items(
    _ items: [[Passage]], filing: FilingLine = FilingLine(symbols: [])
  ) -> [String] {
    items.map { item in
      var item = item
      let isRead = source(of: item) == .ocr
      if isRead, let page = item.first?.page {
        item = [
          Passage(
            page: page, words: lexicon.terms.repaired(PartedWords.joined(item.flatMap(\.words))))
        ]
      }
      let printed = item.flatMap(\.words)
      var words = printed.indices.map { index in
        // Ông (bà) is who is written to.
        let isPerson = index > 0 && printed[index - 1].text.lowercased() == "ông"
        return isPerson ? printed[index].text : FieldText.inOneCase(printed[index])
      }
      if let first = words.first, RecipientReader.isDash(first) {
        words[0] = String(first.drop { "-–—−+•* ".contains($0) })
        words.removeAll(where: \.isEmpty)
      }
      // Names in lists have capitals anywhere, but one behind another in no word of small letters.
      if isRead {
        words = FieldText.bracketed(FieldText.commas(in: lexicon.units.repaired(words)))
        words = initials?.settled(words, capitals: 2...2) ?? words
      }
      // A text that states its words has lost none of their letters.
      let filing = isRead ? filing : FilingLine(symbols: [])
      return FieldText.joined(filing.words(words))
    }.filter { !$0.isEmpty }
  }
}
