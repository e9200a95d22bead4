internal import Documents

/// The ink of a sheet that is no print.
extension RegionDraft {
  /// The tick boxes, strokes of pens, rules, and print apart from the `words` that were read; all in
  /// pixels of the region.
  func marks(besides words: [TextWord]) throws(RecognitionError) -> [Mark] {
    // The ring of a stamp in an empty box is no tick.
    let boxes = try TickBoxFinder().tickBoxes(
      in: layout.ink, density: density / Double(layout.scale)
    ).map { $0.scaled(by: Double(layout.scale)) }
    // Ink that went with a stamp may have been a pen's.
    let others =
      try lost.isEmpty
      ? Self.marks(in: layout, besides: boxes, words: words)
      : Self.marks(in: stampedLayout(), besides: boxes, words: words)
    return boxes + others + lost.map { Mark(shape: .unread, box: $0, ink: 1) }
  }

  /// Those of the `words` of `line` that a hand may have written.
  func unevenWords(_ words: [TextWord], of line: FoundLine) -> [Mark] {
    let scale = Double(layout.scale)
    let area = line.box.expanded(by: line.letterHeight / 2).scaled(by: 1 / scale)
    let near = layout.components.filter { !$0.intersection(area).isEmpty }
    return HandwritingFinder().words(
      of: words, line: line, components: near.map { $0.scaled(by: scale) })
  }

  /// The strokes, rules and unread print of `layout`, `boxes` apart.
  private static func marks(
    in layout: borrowing InkLayout, besides boxes: [Mark], words: [TextWord]
  ) throws(RecognitionError) -> [Mark] {
    let scale = Double(layout.scale)
    let lines = layout.lines.map { line in
      FoundLine(
        box: line.box.scaled(by: 1 / scale), letterHeight: line.letterHeight / layout.scale,
        letters: line.letters)
    }
    let strokes = try StrokeFinder().strokes(
      in: layout.print, withRules: layout.ink, components: layout.components, lines: lines)
    let rules = try RuleFinder().rules(in: layout.ink)
    let known = words.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
      .map { $0.box.scaled(by: 1 / scale) }
    let unread = UnreadPrintFinder().print(
      in: layout, words: known, marks: boxes.map { $0.scaled(by: 1 / scale) } + strokes)
    return (strokes + rules + unread).map { $0.scaled(by: scale) }
  }
}

extension Mark {
  fileprivate func scaled(by factor: Double) -> Mark {
    Mark(shape: shape, box: box.scaled(by: factor), ink: ink)
  }
}
