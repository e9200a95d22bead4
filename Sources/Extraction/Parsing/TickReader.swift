import Documents
import VietnameseText

/// Reads which of a field's boxes is ticked.
struct TickReader {
  let page: ReadingPage

  /// The ink inside a box from which on it counts as ticked.
  private static let threshold = 0.08
  /// The height of a box, as a share of a line's, that no closed letter has.
  private static let leastBox = 0.6

  /// The option whose box is ticked, none for no tick or for more than one; and why a person must look:
  /// more than one is ticked, or none of those that were seen, which are not all.
  func read(
    _ field: LayoutField, label: LabelledValue?, using index: inout PhraseIndex
  ) -> (reading: FieldReading, doubt: ReasonCode?) {
    var seen: [(option: LayoutField.Option, box: PixelBox, ink: Double?, sign: Bool)] = []
    var ends: [PixelBox] = []
    var ranges: [Range<Int>] = []
    for option in field.options {
      guard let range = place(of: option, below: label, using: &index) else { continue }
      let first = page.glyphs[range.lowerBound]
      let words = page.segments[first.segment].words
      let box = words[first.word].box
      var sign = false
      if first.word > 0 { sign = Self.isTickSign(words[first.word - 1].text) }
      if first.offset > 0 {
        sign = sign || Self.isTickSign(String(words[first.word].text.prefix(first.offset)))
      }
      let last = page.glyphs[range.upperBound - 1]
      let end = page.segments[last.segment].words[last.word].box
      seen.append((option, box, nil, sign))
      ends.append(end)
      ranges.append(range)
    }
    let (boxes, areCertain) = boxes(beside: seen.map(\.box), ends: ends)
    for index in seen.indices {
      seen[index].ink = boxes[index].flatMap { isHidden($0) ? nil : $0.ink }
    }
    guard !seen.isEmpty else {
      return (
        FieldReading(raw: label == nil ? nil : "", labelQuality: label?.labelQuality ?? 0),
        label == nil ? nil : .fieldUnreadable
      )
    }
    if seen.count == 2, let empty = seen.firstIndex(where: { ($0.ink ?? 1) < 0.03 }) {
      // A box crossed out so heavily that no border is left is read as a word of a letter or two.
      let other = 1 - empty
      let isLeft = (boxes[empty]?.box.x ?? .max) < seen[empty].box.x
      let isBox = boxes[empty].map { Double($0.box.height) > Self.leastBox * page.lineHeight }
      if seen[other].ink == nil, isBox == true,
        hasBlot(beside: ranges[other], apart: ranges[empty], onTheLeft: isLeft)
      {
        seen[other].ink = 0.15
      }
    }
    let inks = seen.compactMap(\.ink)
    let ticked: [(option: LayoutField.Option, box: PixelBox, ink: Double?, sign: Bool)]
    if !inks.isEmpty {
      // Print at the border leaves some ink in an empty box, so boxes are held against each other.
      let most = inks.max() ?? 0
      ticked = seen.filter { entry in
        guard let ink = entry.ink else { return false }
        return ink > Self.threshold && ink > 0.4 * most
      }
    } else {
      let signed = seen.filter(\.sign)
      ticked = signed.isEmpty && seen.count == 1 && field.options.count > 1 ? seen : signed
    }
    let raw = ticked.map(\.option.value).joined(separator: " ")
    guard ticked.count == 1, let choice = ticked.first, areCertain || choice.ink == nil else {
      return (
        FieldReading(
          raw: raw, isWellFormed: ticked.isEmpty && !inks.isEmpty && areCertain,
          labelQuality: 1),
        ticked.count > 1
          ? .fieldBothTicked : inks.count < field.options.count ? .fieldUnreadable : nil
      )
    }
    let runnerUp = inks.filter { $0 != choice.ink }.max() ?? 0
    let contrast = choice.ink.map { min(1, 0.5 + ($0 - runnerUp) * 2) } ?? 0.6
    return (
      FieldReading(
        value: choice.option.value, raw: raw, box: choice.box, engineConfidence: contrast,
        isWellFormed: true, labelQuality: 1), nil
    )
  }

  private func place(
    of option: LayoutField.Option, below label: LabelledValue?, using index: inout PhraseIndex
  ) -> Range<Int>? {
    var best: (range: Range<Int>, quality: Float)?
    for wording in option.labels {
      let length = Float(max(1, FoldedText.bytes(of: wording).count))
      for match in index.matches(of: wording) {
        let glyph = page.glyphs[match.range.lowerBound]
        guard glyph.startsToken else { continue }
        if let label, page.segments[glyph.segment].box.maxY < label.labelBox.y { continue }
        let quality = length - 2 * match.cost
        if quality > (best?.quality ?? 0) { best = (match.range, quality) }
      }
    }
    return best?.range
  }

  /// The tick box of each option, all left of their wordings or all right of them, and whether it
  /// is certain which: a lone box between two wordings may be either's.
  private func boxes(
    beside starts: [PixelBox], ends: [PixelBox]
  ) -> (boxes: [Mark?], areCertain: Bool) {
    let left = starts.map { nearest(to: cut($0)) { start, mark in start.x - mark.maxX } }
    let right = ends.map { nearest(to: cut($0)) { end, mark in mark.x - end.maxX } }
    func boxes(_ marks: [Mark?]) -> Set<PixelBox> { Set(marks.compactMap { $0?.box }) }
    let (atLeft, atRight) = (boxes(left), boxes(right))
    let isShared = atLeft.count == 1 && atLeft == atRight
    return (atRight.count > atLeft.count ? right : left, !isShared)
  }

  /// Whether a box without a tick is one that a stamp took away, or that other unread ink covers.
  private func isHidden(_ box: Mark) -> Bool {
    guard box.ink <= Self.threshold else { return false }
    let covered = page.marks.filter { $0.shape == .unread }
      .reduce(0) { $0 + $1.box.intersection(box.box).area }
    return 4 * covered > box.box.area
  }

  /// A word's box without the tick box that the engine took for a part of the word.
  private func cut(_ word: PixelBox) -> PixelBox {
    let inside = page.marks.filter { mark in
      // A letter that is as closed as a box is lower than the line.
      mark.shape == .tickBox && Double(mark.box.height) > 0.75 * page.lineHeight
        && Double(mark.box.intersection(word).area) > 0.6 * Double(mark.box.area)
    }
    return inside.reduce(word) { word, mark in
      // Where the box is all of the word, its wording begins behind it.
      if mark.box.midX > word.midX + 0.1 * Double(word.width) {
        return PixelBox(
          x: word.x, y: word.y, width: max(1, mark.box.x - word.x), height: word.height)
      }
      let left = min(mark.box.maxX, word.maxX - 1)
      return PixelBox(x: left, y: word.y, width: word.maxX - left, height: word.height)
    }
  }

  /// The tick box in the row of `word` at the smallest distance, which must not be great.
  private func nearest(
    to word: PixelBox, by distance: (PixelBox, PixelBox) -> Int
  ) -> Mark? {
    let unit = page.lineHeight
    func height(_ mark: Mark) -> Double { abs(mark.box.midY - word.midY) }
    // Letters of the rows above and below are as closed as boxes, but lie off the word's middle.
    func cost(_ mark: Mark) -> Double {
      Double(abs(distance(word, mark.box))) + 2 * height(mark)
    }
    return page.marks.filter { mark in
      let gap = Double(distance(word, mark.box))
      return mark.shape == .tickBox && height(mark) < 0.9 * unit
        && gap > -0.8 * unit && gap < 3 * unit
    }.min { cost($0) < cost($1) }
  }

  /// Whether a short word stands where the box of a wording should be, and is neither an empty box nor a
  /// word of the other wording.
  private func hasBlot(
    beside range: Range<Int>, apart other: Range<Int>, onTheLeft isLeft: Bool
  ) -> Bool {
    let end = page.glyphs[isLeft ? range.lowerBound : range.upperBound - 1]
    let words = page.segments[end.segment].words
    let position = isLeft ? end.word - 1 : end.word + 1
    let isOfOther = page.glyphs[other].contains {
      $0.segment == end.segment && $0.word == position
    }
    guard words.indices.contains(position), !words[position].text.hasSuffix(":"), !isOfOther else {
      return false
    }
    let core = words[position].text.trimming { "_.,-:".contains($0) }
    // An engine has a crossed box for a letter with slanting strokes; an empty one it makes of
    // upright and lying strokes alone.
    return (1...4).contains(core.count)
      && FoldedText.fold(core).contains { "mvkrxwn4".contains($0) }
  }

  private static func isTickSign(_ text: String) -> Bool {
    ["x", "X", "☒", "☑", "✓", "✔", "v", "[x]", "[X]", "(x)", "(X)", "×", "[v]", "√"].contains(text)
  }
}
