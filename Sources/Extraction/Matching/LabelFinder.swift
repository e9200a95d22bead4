import Documents

/// Finds the labels of a layout in the print of a page.
///
/// Every wording is sought everywhere, tolerant of misread letters; of all places the consistent
/// choice with the highest score is kept: none overlapping, and in the order of the layout.
struct LabelFinder {
  let layout: Layout
  let page: ReadingPage

  /// The labels that are seen, from the top left to the bottom right.
  func hits(using index: inout PhraseIndex) -> [LabelHit] {
    var ordered: [LabelHit] = []
    var free: [LabelHit] = []
    for (entry, field) in layout.fields.enumerated() {
      let found = candidates(for: field, entry: entry, using: &index)
      if field.isFree { free += found } else { ordered += found }
    }
    var chosen = bestChain(of: ordered)
    // What fits into no order is believed only where it is beyond doubt, and once.
    let rest = free + ordered.filter { $0.quality > 0.85 && $0.range.count >= 8 }
    for hit in rest.sorted(by: { ($0.score, $1.entry) > ($1.score, $0.entry) })
    where !chosen.contains(where: { $0.entry == hit.entry || $0.range.overlaps(hit.range) }) {
      chosen.append(hit)
    }
    let all = free + ordered
    return chosen.map { extended($0, by: all, among: chosen) }
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
    var range = match.range
    let first = page.glyphs[range.lowerBound]
    let last = page.glyphs[range.upperBound - 1]
    guard isContiguous(range) else { return nil }
    if let distinct = field.distinct {
      let matcher = PhraseMatcher(distinct)
      guard matcher.bestMatch(in: Array(page.letters[range])) != nil else { return nil }
    }
    var score = Float(length) - 3 * match.cost
    if !first.startsToken { score -= length <= 4 ? 10 : 1.5 }
    if !last.endsToken { score -= length <= 3 ? 10 : 0.7 }
    var isMarked = false
    if let number = field.number {
      if let numbered = numberStart(number, before: range.lowerBound) {
        range = numbered..<range.upperBound
        score += 4
        isMarked = true
      } else {
        score -= 1
      }
    }
    let startsSegment = range.lowerBound == page.ranges[first.segment].lowerBound
    if startsSegment { score += 1 }
    if isFollowedByColon(range.upperBound - 1) {
      score += 1.5
      isMarked = true
    }
    // A short word is a label only where something marks it as one.
    if length <= 6, !isMarked, !startsSegment { return nil }
    guard score > 0 else { return nil }
    if wording.part == .second {
      // The half before it was not readable, and is no value.
      range = segmentStart(before: range.lowerBound)..<range.upperBound
      score -= 1
    }
    return LabelHit(
      entry: entry, range: range, score: score,
      quality: 1 - match.cost / Float(max(1, length)),
      lettersAfter: wording.part == .first ? wording.lettersAfter : 0)
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

  private func isFollowedByColon(_ glyph: Int) -> Bool {
    let place = page.glyphs[glyph]
    let words = page.segments[place.segment].words
    let rest = words[place.word].text.dropFirst(place.offset + 1)
    if let next = rest.first { return next == ":" || next == ";" }
    guard place.word + 1 < words.count else { return false }
    return words[place.word + 1].text.hasPrefix(":")
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

  /// The hit with what follows of the same label: its second language, on this line or the next.
  private func extended(
    _ hit: LabelHit, by all: [LabelHit], among chosen: [LabelHit]
  ) -> LabelHit {
    guard hit.lettersAfter > 0 else { return hit }
    let follower = all.filter {
      $0.entry == hit.entry && $0.range.upperBound > hit.range.upperBound
        && $0.range.lowerBound <= hit.range.upperBound + 3
        && $0.range.upperBound <= hit.range.upperBound + hit.lettersAfter + 6
        && isContiguous(hit.range.lowerBound..<$0.range.upperBound)
    }.max { $0.score < $1.score }
    guard let follower,
      !chosen.contains(where: { $0 != hit && $0.range.overlaps(follower.range) })
    else { return hit }
    var longer = hit
    longer.range = hit.range.lowerBound..<follower.range.upperBound
    longer.lettersAfter = 0
    return longer
  }
}
