import Documents
import VietnameseText

/// Finds the labels of a layout in the print of a page.
///
/// Every wording is sought everywhere, tolerant of misread letters; of all places the consistent
/// choice with the highest score is kept: none overlapping, and in the order of the layout.
struct LabelFinder {
  let layout: Layout
  let page: ReadingPage

  /// How well a label is read at least that neither number nor colon marks and no line begins with.
  private static let leastUnmarked: Float = 0.85

  /// Of so many letters of a label before a colon one may be misread.
  private static let leastOfOpening = 3

  /// The labels that are seen, from the top left to the bottom right.
  func hits(using index: inout PhraseIndex) -> [LabelHit] {
    var ordered: [LabelHit] = []
    var free: [LabelHit] = []
    for (entry, field) in layout.fields.enumerated() {
      let found = candidates(for: field, entry: entry, using: &index)
      if field.isFree || !layout.isOrdered { free += found } else { ordered += found }
    }
    var chosen = bestChain(of: ordered)
    // What fits into no order is believed only where it is beyond doubt, and once.
    let rest = free + ordered.filter { $0.quality > 0.85 && $0.range.count >= 8 }
    for hit in rest.sorted(by: { ($0.score, $1.entry) > ($1.score, $0.entry) })
    where !chosen.contains(where: { $0.entry == hit.entry || $0.range.overlaps(hit.range) }) {
      chosen.append(hit)
    }
    let all = free + ordered
    return chosen.flatMap { completed($0, by: all, among: chosen) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func candidates(
    for field: LayoutField, entry: Int, using index: inout PhraseIndex
  ) -> [LabelHit] {
    var best: [Range<Int>: LabelHit] = [:]
    for wording in field.labels.flatMap(LabelWording.all) {
      for match in index.matches(of: wording.phrase) {
        guard let hit = hit(for: match, wording: wording, field: field, entry: entry) else {
          continue
        }
        if let known = best[hit.range], known.score >= hit.score { continue }
        best[hit.range] = hit
      }
    }
    return best.values.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func hit(
    for match: PhraseMatcher.Match, wording: LabelWording, field: LayoutField, entry: Int
  ) -> LabelHit? {
    let length = FoldedText.bytes(of: wording.phrase).count
    guard
      var range = trimmed(match.range).map({ withoutNeighbour($0, of: wording) }),
      range.count * 4 >= length * 3
    else { return nil }
    let first = page.glyphs[range.lowerBound]
    let last = page.glyphs[range.upperBound - 1]
    guard isContiguous(range), !runsOverValue(range, of: field) else { return nil }
    let read = Array(page.letters[range])
    let isDistinct = field.distinct.contains { distinct in
      let letters = FoldedText.bytes(of: distinct).count
      let tolerance = PhraseMatcher.tolerance(forLength: letters) + 0.5
      return PhraseMatcher(distinct, tolerance: tolerance).bestMatch(in: read) != nil
    }
    guard isDistinct || field.distinct.isEmpty else { return nil }
    var score = Float(length) - 4 * match.cost
    if !first.startsToken { score -= length <= 4 ? 10 : 2.5 }
    if !last.endsToken { score -= length <= 3 ? 10 : 0.7 }
    var isMarked = false
    var isNumbered = field.number == nil
    if let number = field.number {
      if let numbered = numberStart(number, before: range.lowerBound) {
        range = numbered..<range.upperBound
        score += 4
        isMarked = true
        isNumbered = true
      } else {
        score -= 1
      }
    }
    if let numbering = numberingStart(before: range.lowerBound) {
      range = numbering..<range.upperBound
    }
    let startsSegment = range.lowerBound == page.ranges[first.segment].lowerBound
    if startsSegment { score += 1 }
    // A short phrase hardly runs over the end of a line.
    if length <= 10, first.segment != last.segment { return nil }
    if isFollowedByColon(range.upperBound - 1) {
      score += 1.5
      isMarked = true
    }
    // A short word is a label only where something marks it as one; without the number that stands
    // before it, it may end the wrapped wording of another.
    if length <= 6, !isMarked || !isNumbered, !startsSegment || beginsSmall(range.lowerBound) {
      return nil
    }
    if !isMarked, !startsSegment, beginsSmall(range.lowerBound), !isFollowedByDigit(range) {
      // "… căn cước công dân, số điện thoại": words of a value, not the label of the next.
      return nil
    }
    // Half misread within a line, with no sign of a label: "Bình, quận" is no "Kính gửi".
    let quality = 1 - match.cost / Float(max(1, length))
    if !isMarked, !startsSegment, quality < Self.leastUnmarked { return nil }
    guard score > 0 else { return nil }
    if wording.part == .second {
      // The half before it was not readable, and is no value.
      range = segmentStart(before: range.lowerBound)..<range.upperBound
      score -= 1
    }
    return LabelHit(
      entry: entry, range: range, score: score,
      quality: quality,
      lettersAfter: wording.part == .first ? wording.lettersAfter : 0, part: wording.part)
  }

  /// The range without a letter or two that it borrows from a neighbouring segment, up to the end of
  /// its last word where all but a few letters of that are covered.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var range = range
    let first = page.ranges[page.glyphs[range.lowerBound].segment]
    if first.upperBound < range.upperBound, first.upperBound - range.lowerBound < 3 {
      range = first.upperBound..<range.upperBound
    }
    let last = page.ranges[page.glyphs[range.upperBound - 1].segment]
    if last.lowerBound > range.lowerBound, !page.glyphs[range.upperBound - 1].endsToken,
      range.upperBound - last.lowerBound < 5
    {
      range = range.lowerBound..<last.lowerBound
    }
    var end = range.upperBound
    while end < page.glyphs.count, !page.glyphs[end - 1].endsToken, end < range.upperBound + 4,
      page.letters[end] > 0x39
    {
      end += 1
    }
    if page.glyphs[end - 1].endsToken { range = range.lowerBound..<end }
    return range.isEmpty ? nil : range
  }

  /// The range without the word of the next column that was taken for the end of the wording: that may
  /// go on in the next line, as "chiếu" does below "Hộ", beside which "Điện thoại" stands.
  private func withoutNeighbour(_ range: Range<Int>, of wording: LabelWording) -> Range<Int> {
    let last = page.glyphs[range.upperBound - 1].segment
    let start = page.ranges[last].lowerBound
    guard start > range.lowerBound,
      page.segments[page.glyphs[start - 1].segment].row == page.segments[last].row
    else { return range }
    let taken = page.letters[start..<range.upperBound]
    let end = FoldedText.bytes(of: wording.phrase).suffix(taken.count)
    let distance = Array(taken).editDistance(to: Array(end))
    return distance * 3 > taken.count ? range.lowerBound..<start : range
  }

  /// Whether the letters follow one another on the page: along a segment, to the next one of the
  /// row, or to the row below.
  private func isContiguous(_ range: Range<Int>) -> Bool {
    let first = page.glyphs[range.lowerBound].segment
    let last = page.glyphs[range.upperBound - 1].segment
    guard last != first else { return true }
    guard last == first + 1 else { return false }
    let upper = page.segments[first]
    let lower = page.segments[last]
    if lower.row == upper.row { return Double(lower.box.x - upper.box.maxX) < 4 * page.lineHeight }
    return lower.row - upper.row == 1
      && Double(lower.box.y - upper.box.maxY) < 1.2 * page.lineHeight
  }

  /// Whether a letter is a small one, as no label begins with.
  private func beginsSmall(_ glyph: Int) -> Bool {
    let place = page.glyphs[glyph]
    return page.segments[place.segment].words[place.word].text.dropFirst(place.offset).first?
      .isLowercase == true
  }

  /// Whether a digit stands behind the letters, as behind "cấp ngày" in a sentence with blanks.
  private func isFollowedByDigit(_ range: Range<Int>) -> Bool {
    guard range.upperBound < page.letters.count,
      page.glyphs[range.upperBound].segment == page.glyphs[range.upperBound - 1].segment
    else { return false }
    return (0x30...0x39).contains(page.letters[range.upperBound])
  }

  /// Whether the letters are a shorter wording of the label with its colon and the first word of
  /// the value, "Xã: phường", which look like a longer wording.
  private func runsOverValue(_ range: Range<Int>, of field: LayoutField) -> Bool {
    let end = range.upperBound - 1
    // A stop behind the last word of a line may be the value's own.
    guard let colon = range.dropLast().first(where: isFollowedByColon),
      !isFollowedByColon(end) || isFollowedByStop(end)
    else { return false }
    let opening = Array(page.letters[range.lowerBound...colon])
    return field.labels.contains { label in
      let letters = FoldedText.bytes(of: label)
      return letters.count < range.count
        && letters.editDistance(to: opening) * Self.leastOfOpening <= letters.count
    }
  }

  /// Where the bracketed number before a label begins; nil when it is not there.
  private func numberStart(_ number: String, before start: Int) -> Int? {
    let digits = FoldedText.bytes(of: number)
    let segment = page.glyphs[start].segment
    for slip in 0...1 {
      let from = start - slip - digits.count
      guard from >= page.ranges[segment].lowerBound else { return nil }
      if slip == 1, ConfusionCost.insertion(of: page.letters[start - 1]) >= ConfusionCost.gap {
        continue
      }
      var cost: Float = 0
      for (offset, digit) in digits.enumerated() {
        cost += ConfusionCost.substitution(page.letters[from + offset], for: digit)
      }
      guard cost <= (digits.count > 2 ? 1 : 0.5) else { continue }
      // A bracket read as a thin letter belongs to the number too.
      if from > page.ranges[segment].lowerBound, !page.glyphs[from].startsToken,
        ConfusionCost.insertion(of: page.letters[from - 1]) < ConfusionCost.gap
      {
        return from - 1
      }
      return from
    }
    return nil
  }

  /// Where the item number before a label begins, when nothing else stands before it; nil without
  /// one.
  private func numberingStart(before start: Int) -> Int? {
    let segment = page.ranges[page.glyphs[start].segment]
    let before = page.letters[segment.lowerBound..<start]
    guard (1...3).contains(before.count), before.allSatisfy({ (0x30...0x39).contains($0) }),
      page.glyphs[start].startsToken
    else { return nil }
    return segment.lowerBound
  }

  private func isFollowedByColon(_ glyph: Int) -> Bool {
    let place = page.glyphs[glyph]
    let words = page.segments[place.segment].words
    let rest = words[place.word].text.dropFirst(place.offset + 1)
    let isLast = place.word + 1 == words.count
    if let next = rest.first {
      // What was a bracket may stand before the colon.
      if ")]}".contains(next), let sign = rest.dropFirst().first, ":;".contains(sign) {
        return true
      }
      return ":;".contains(next) || isLast && "-.".contains(next)
    }
    guard place.word + 1 < words.count else { return false }
    return words[place.word + 1].text.hasPrefix(":")
  }

  /// Whether a stop stands right behind a letter.
  private func isFollowedByStop(_ glyph: Int) -> Bool {
    let place = page.glyphs[glyph]
    return page.segments[place.segment].words[place.word].text.dropFirst(place.offset + 1)
      .hasPrefix(".")
  }

  private func segmentStart(before letter: Int) -> Int {
    page.ranges[page.glyphs[letter].segment].lowerBound
  }

  /// The chain of hits in layout order with the highest sum of scores.
  private func bestChain(of candidates: [LabelHit]) -> [LabelHit] {
    let hits = candidates.sorted {
      ($0.range.upperBound, $0.range.lowerBound) < ($1.range.upperBound, $1.range.lowerBound)
    }
    guard !hits.isEmpty else { return [] }
    var sums = hits.map(\.score)
    var before = [Int?](repeating: nil, count: hits.count)
    for index in hits.indices {
      for earlier in 0..<index
      where hits[earlier].entry < hits[index].entry
        && hits[earlier].range.upperBound <= hits[index].range.lowerBound
      {
        let sum = sums[earlier] + hits[index].score
        if sum > sums[index] {
          sums[index] = sum
          before[index] = earlier
        }
      }
    }
    var chain: [LabelHit] = []
    var next = sums.indices.max { sums[$0] < sums[$1] }
    while let index = next {
      chain.append(hits[index])
      next = before[index]
    }
    return chain.reversed()
  }

  /// The hit with the other half of its bilingual label, on this line or the next.
  private func completed(
    _ hit: LabelHit, by all: [LabelHit], among chosen: [LabelHit]
  ) -> [LabelHit] {
    guard hit.part != .whole else { return [hit] }
    let partners = all.filter { other in
      other.entry == hit.entry && other.part != .whole && other.part != hit.part
        && !other.range.overlaps(hit.range)
        && (other.range.lowerBound > hit.range.lowerBound) == (hit.part == .first)
        && isNear(hit, other)
        && !chosen.contains { $0 != hit && $0.range.overlaps(other.range) }
    }
    guard let partner = partners.max(by: { $0.score < $1.score }) else { return [hit] }
    var first = hit.part == .first ? hit : partner
    var second = hit.part == .first ? partner : hit
    first.lettersAfter = 0
    if second.range.lowerBound <= first.range.upperBound + 3,
      isContiguous(first.range.lowerBound..<second.range.upperBound)
    {
      first.range = first.range.lowerBound..<second.range.upperBound
      return [first]
    }
    second.isTail = true
    return [first, second]
  }

  /// Whether two halves of a label stand in one row or in rows next to each other.
  private func isNear(_ hit: LabelHit, _ other: LabelHit) -> Bool {
    let first = page.segments[
      page.glyphs[min(hit.range.lowerBound, other.range.lowerBound)].segment]
    let second = page.segments[
      page.glyphs[max(hit.range.lowerBound, other.range.lowerBound)].segment]
    if first.row == second.row { return true }
    return second.row - first.row <= 2
      && Double(second.box.y - first.box.maxY) < 1.5 * page.lineHeight
      && ReadingPage.horizontalGap(first.box, second.box) < 0
  }
}
