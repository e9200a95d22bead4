import Documents

/// Fields whose values are phrases that forms print.
extension LayoutReader {
  /// The option of the field that is printed anywhere on the page; of phrases that contain one another
  /// the longer one.
  func phrase(_ field: LayoutField, using index: inout PhraseIndex) -> FieldReading {
    var best: (option: LayoutField.Option, match: PhraseMatcher.Match, quality: Double)?
    for option in field.options {
      for wording in option.labels + [option.value] {
        let length = Double(max(1, FoldedText.bytes(of: wording).count))
        for match in index.matches(of: wording) {
          let quality = 1 - Double(match.cost) / length
          // Of phrases that contain one another the longer one is meant.
          if let best, (quality + 0.01 * length) <= best.quality { continue }
          best = (option, match, quality + 0.01 * length)
        }
      }
    }
    guard let best else { return FieldReading() }
    let words = words(of: best.match.range)
    let raw = words.map(\.text).joined(separator: " ")
    return FieldReading(
      value: best.option.value, raw: raw, box: PixelBox.union(of: words.map(\.box)),
      engineConfidence: words.map(\.confidence).min(), isWellFormed: true,
      repairs: raw == best.option.value
        ? []
        : [Repair(from: raw, to: best.option.value, why: "gazetteer", probability: 0.98)],
      lexicon: raw == best.option.value ? .exact : .corrected, labelQuality: 1)
  }

  private func words(of range: Range<Int>) -> [TextWord] {
    var words: [TextWord] = []
    var last: (Int, Int)?
    for glyph in page.glyphs[range] where last.map({ $0 != (glyph.segment, glyph.word) }) ?? true {
      words.append(page.segments[glyph.segment].words[glyph.word])
      last = (glyph.segment, glyph.word)
    }
    return words
  }
}
