/// What shows in what condition a paragraph is.
struct TextFeatures {
  /// Words of two letters or more.
  var words = 0
  /// Words with a letter beyond ASCII.
  var marked = 0
  /// Words with a letter that only Vietnamese has: đ, ư, ơ, ạ and the like.
  var vietnamese = 0
  /// Words whose letters beneath the marks are those of a syllable of the model.
  var syllables = 0
  /// Words with marks of Vietnamese, and of no other language, that the model lacks.
  var strange = 0

  /// Adds the words of another paragraph.
  mutating func add(_ other: TextFeatures) {
    words += other.words
    marked += other.marked
    vietnamese += other.vietnamese
    syllables += other.syllables
    strange += other.strange
  }

  private func share(_ count: Int) -> Double { Double(count) / Double(max(1, words)) }

  /// The condition of text with these features, of any profile.
  var condition: TextCondition {
    guard words > 0 else { return .clean }
    let marked = share(marked)
    if marked < 0.03 { return share(syllables) >= 0.72 ? .stripped : .foreign }
    if share(vietnamese) < 0.12 { return share(syllables) >= 0.4 ? .readAsEnglish : .foreign }
    return strange > 1 && share(strange) > 0.02 ? .readAsVietnamese : .clean
  }

  /// The condition of a paragraph with these features in a text of the condition `whole`.
  ///
  /// An English engine gives capitals and short lines back without any mark; in a page that it
  /// read they are readings like the rest.
  func condition(within whole: TextCondition) -> TextCondition {
    guard whole == .readAsEnglish, share(syllables) >= 0.4, share(vietnamese) < 0.12 else {
      return condition
    }
    return .readAsEnglish
  }

  /// The condition of text that an engine read.
  var conditionOfReading: TextCondition {
    share(vietnamese) < 0.2 ? .readAsEnglish : .readAsVietnamese
  }
}

extension TextFeatures {
  /// Counts the words among `tokens` of `text`.
  init(_ text: [UInt8], _ tokens: ArraySlice<Token>, model: LanguageModel) {
    for token in tokens where token.isWord && token.range.count > 1 {
      let word = Array(text[token.range])
      words += 1
      var place = 0
      var isMarked = false
      var isVietnamese = false
      var isForeign = false
      while place < word.count {
        let (scalar, length) = UTF8Scalar.decode(word, at: place, end: word.count)
        place += length
        guard scalar >= 0x80 else { continue }
        isMarked = true
        if LetterTable.shared.base(scalar) == 0 { isForeign = true }
        // Letters of Latin-1 stand in readings by English engines too; these do not.
        if scalar >= 0x100, LetterTable.shared.base(scalar) != 0 { isVietnamese = true }
      }
      if isMarked { marked += 1 }
      if isVietnamese { vietnamese += 1 }
      let group = model.group(of: WordForm.base(of: word))
      if group != nil, token.kind == .word { syllables += 1 }
      if isMarked, !isForeign, token.kind == .word, model.id(of: WordForm.of(word)) == nil {
        strange += 1
      }
    }
  }
}
