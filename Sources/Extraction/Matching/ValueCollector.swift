import Documents
import VietnameseText

/// Gives each word of a page to the label that it belongs to.
///
/// Words behind a label on its line are its own, up to the next label. Other runs of words go to
/// the label that they continue: to the right in the same row, or in the row below, at its margin,
/// below its value, or at the left margin of the sheet for the last label of a row.
struct ValueCollector {
  let layout: Layout
  let page: ReadingPage
  let hits: [LabelHit]

  /// The labels with their values, in the order of the hits.
  func values() -> [LabelledValue] {
    var owners = hits.filter { !$0.isTail }.map(owner)
    for tail in hits where tail.isTail { join(tail, to: &owners) }
    markLastInRow(&owners)
    let runs = looseRuns().compactMap { withoutSmallHalf($0, below: owners) }
      .compactMap { completeLabel(with: $0, of: &owners) }
    for run in runs { give(run, to: &owners, beside: runs.filter { $0.row == run.row }) }
    return owners.map(\.value)
  }

  /// The share of the height of a label's first half that the second one has at most, and of its
  /// letters that may be strange.
  private static let secondHalf = (height: 0.6, strange: 0.25)
  /// The share of its letters that may be strange in a whole line right below the first half.
  private static let strangeBelow = 0.35
  /// The share of the height of a value beside it that it has at most.
  private static let besideValue = 0.67
  /// Fewer letters may be of anything.
  private static let leastOfHalf = 3

  /// The run without what was read of the second half of a card's label, which is printed small below
  /// the first: "igin" of "Place of origin"; nil where nothing else is in it.
  private func withoutSmallHalf(_ run: LooseRun, below owners: [GatheredValue]) -> LooseRun? {
    let reach = 4 * page.lineHeight
    let above = owners.filter { owner in
      (1...2).contains(run.row - owner.row)
        && Double(run.box.x) > Double(owner.value.labelBox.x) - reach
        && Double(run.box.x) < Double(owner.value.labelBox.maxX) + reach
    }
    guard page.shape == .card, let owner = above.max(by: { $0.row < $1.row }),
      let height = owner.value.labelPieces.filter({ $0.row == owner.row }).map(\.box.height).max()
    else { return run }
    let halves = owner.field.labels.flatMap(LabelWording.all).filter { $0.part == .second }
      .map { FoldedText.bytes(of: $0.phrase) }
    // The value beside the first half tells as well what is small.
    let row = page.segments.filter {
      $0.row == owner.row && $0.box.maxX > owner.value.labelBox.x
    }
    let beside = row.flatMap(\.words).map(\.box.height).max() ?? 0
    let mostHeight = max(
      Self.secondHalf.height * Double(height), Self.besideValue * Double(beside))
    let small = run.pieces.prefix { Double($0.box.height) <= mostHeight }.count
    let isBelow = abs(Double(run.box.x - owner.value.labelBox.x)) < page.lineHeight
    for count in stride(from: small, to: 0, by: -1) {
      let letters = run.pieces[..<count].flatMap { FoldedText.bytes(of: $0.text) }
      // English hardly ever comes out as Vietnamese syllables, a value does.
      let isForeign = run.pieces[..<count].contains { piece in
        Syllable(piece.text.trimming { !$0.isLetter }) == nil
      }
      guard isForeign, letters.count >= Self.leastOfHalf else { continue }
      let isOfHalf = halves.contains { half in
        let strange = letters.difference(from: half).insertions.count
        let isWhole = isBelow && count == run.pieces.count
        let share = isWhole ? Self.strangeBelow : Self.secondHalf.strange
        return Double(strange) <= share * Double(letters.count)
      }
      guard isOfHalf else { continue }
      let rest = Array(run.pieces[count...])
      // A value is printed larger.
      let least = rest.map(\.box.height).max() ?? .max
      let most = run.pieces[..<count].map(\.box.height).max() ?? 0
      guard Double(most) <= Self.besideValue * Double(least) else { continue }
      guard let box = PixelBox.union(of: rest.map(\.box)) else { return nil }
      return LooseRun(pieces: rest, box: box, row: run.row)
    }
    return run
  }

  /// Takes the rest of a label that goes on in the next line of its column from `run`.
  ///
  /// So "trấn):" stands below "Xã (phường, thị"; what stands behind it is the label's value.
  ///
  /// - Returns: The run as it is where it is no such rest; nil where it is.
  private func completeLabel(with run: LooseRun, of owners: inout [GatheredValue]) -> LooseRun? {
    for index in owners.indices {
      let owner = owners[index]
      guard (1...2).contains(run.row - owner.row),
        abs(run.box.x - owner.value.labelBox.x) < Int(2 * page.lineHeight),
        let value = owner.value(below: run)
      else { continue }
      owners[index].value.pieces = value
      owners[index].value.labelBox = owner.value.labelBox.union(run.box)
      owners[index].last = run.box
      owners[index].lastRow = run.row
      owners[index].rows = value.isEmpty ? [] : [run.row]
      return nil
    }
    return run
  }

  private func owner(for hit: LabelHit) -> GatheredValue {
    let first = page.glyphs[hit.range.lowerBound]
    let last = page.glyphs[hit.range.upperBound - 1]
    let cutPieces =
      first.segment == last.segment
      ? cut(segment: last.segment, from: hit.range.lowerBound - 1, to: hit.range.upperBound)
      : cut(segment: first.segment, from: hit.range.lowerBound - 1, to: nil)
        + cut(segment: last.segment, from: nil, to: hit.range.upperBound)
    // The comma behind the word before has the box of that word; the bracket behind the label's own
    // number has that of the number.
    let isNumbered =
      hit.range.lowerBound > 0 && (0x30...0x39).contains(page.letters[hit.range.lowerBound - 1])
    let labelPieces =
      isNumbered
      ? cutPieces : Array(cutPieces.drop { FoldedText.bytes(of: $0.text).isEmpty })
    let end = nextLabel(after: hit, in: last.segment)
    var pieces = cut(segment: last.segment, from: hit.range.upperBound - 1, to: end)
    if end != nil { pieces = ValueEdges.withoutNumber(pieces) }
    if hit.lettersAfter > 0 {
      pieces = ValueEdges.withoutSecondHalf(pieces, of: layout.fields[hit.entry])
    } else {
      pieces = ValueEdges.withoutLabelRest(pieces)
    }
    let segment = page.segments[last.segment]
    let labelBox =
      PixelBox.union(of: labelPieces.suffix(while: { $0.row == segment.row }).map(\.box))
      ?? segment.box
    let value = LabelledValue(
      entry: hit.entry, labelQuality: Double(hit.quality),
      labelBox: PixelBox.union(of: labelPieces.map(\.box)) ?? labelBox, labelPieces: labelPieces,
      pieces: pieces)
    return GatheredValue(
      value: value, field: layout.fields[hit.entry], row: segment.row,
      last: PixelBox.union(of: pieces.map(\.box)) ?? labelBox, lastRow: segment.row,
      rows: pieces.isEmpty ? [] : [segment.row])
  }

  /// Adds what stands behind the second half of a label to its value.
  private func join(_ tail: LabelHit, to owners: inout [GatheredValue]) {
    guard let index = owners.firstIndex(where: { $0.value.entry == tail.entry }) else { return }
    let rest = owner(for: tail)
    owners[index].value.labelBox = owners[index].value.labelBox.union(rest.value.labelBox)
    owners[index].value.labelPieces += rest.value.labelPieces
    guard owners[index].isEmpty || !rest.isEmpty else { return }
    owners[index].value.pieces += rest.value.pieces
    owners[index].last = rest.last
    owners[index].lastRow = rest.lastRow
    owners[index].rows.formUnion(rest.rows)
  }

  /// The words of a segment between two letters of the page, both excluded; cut words keep the
  /// box of the whole.
  private func cut(segment index: Int, from: Int?, to: Int?) -> [ValuePiece] {
    let segment = page.segments[index]
    let range = page.ranges[index]
    let start = from.flatMap { range.contains($0) ? page.glyphs[$0] : nil }
    let end = to.flatMap { range.contains($0) ? page.glyphs[$0] : nil }
    var pieces: [ValuePiece] = []
    for (position, word) in segment.words.enumerated() {
      if let start, position < start.word { continue }
      if let end, position > end.word { continue }
      var characters = Array(word.text)
      if let end, position == end.word { characters = Array(characters.prefix(end.offset)) }
      if let start, position == start.word {
        characters = Array(characters.dropFirst(start.offset + 1))
      }
      guard !characters.isEmpty else { continue }
      pieces.append(
        ValuePiece(
          text: String(characters), box: word.box, confidence: word.confidence, row: segment.row))
    }
    return pieces
  }

  private func nextLabel(after hit: LabelHit, in segment: Int) -> Int? {
    hits.filter { $0.range.lowerBound >= hit.range.upperBound }
      .map(\.range.lowerBound).filter { page.ranges[segment].contains($0) }.min()
  }

  private func markLastInRow(_ owners: inout [GatheredValue]) {
    for index in owners.indices {
      let followers = owners.filter { other in
        other.row == owners[index].row && other.value.labelBox.x > owners[index].value.labelBox.x
      }.map(\.value.labelBox.x)
      owners[index].isLastInRow = followers.isEmpty
      owners[index].shareEnd = followers.min() ?? page.rightMargin
    }
  }

  /// Whole segments without a label, and the words before the first label of a segment.
  private func looseRuns() -> [LooseRun] {
    var runs: [LooseRun] = []
    for (index, segment) in page.segments.enumerated() {
      let inside = hits.filter { $0.range.overlaps(page.ranges[index]) }
      let pieces: [ValuePiece]
      if let first = inside.map(\.range.lowerBound).min() {
        // A label that began in the segment before leaves nothing loose here.
        guard page.ranges[index].contains(first) else { continue }
        pieces = ValueEdges.withoutNumbering(cut(segment: index, from: nil, to: first))
      } else {
        pieces = cut(segment: index, from: nil, to: nil)
      }
      guard pieces.contains(where: { !FoldedText.bytes(of: $0.text).isEmpty }),
        let box = PixelBox.union(of: pieces.map(\.box))
      else { continue }
      runs.append(
        LooseRun(pieces: pieces, box: box, row: segment.row))
    }
    return runs
  }

  private func give(_ run: LooseRun, to owners: inout [GatheredValue], beside others: [LooseRun]) {
    let costs = ContinuationCost(layout: layout, page: page)
    var best: (index: Int, cost: Double)?
    for index in owners.indices {
      guard let cost = costs.cost(of: run, for: owners[index], among: owners) else { continue }
      // What stands below a label or its value itself goes before what runs on at the margin.
      let value = owners[index].value
      let columns = [value.labelBox.x] + value.pieces.prefix(1).map(\.box.x)
      let hasOwn = others.contains { other in
        other.box.x > run.box.maxX && other.row > owners[index].lastRow
          && columns.contains { abs(other.box.x - $0) < Int(2 * page.lineHeight) }
      }
      if hasOwn, run.row > owners[index].lastRow { continue }
      if cost < (best?.cost ?? 4) { best = (index, cost) }
    }
    guard let best else { return }
    let isFirst = owners[best.index].isEmpty
    var pieces = run.pieces
    if isFirst { pieces = ValueEdges.withoutLabelRest(pieces) }
    owners[best.index].value.pieces += pieces
    owners[best.index].last = run.box
    owners[best.index].lastRow = run.row
    owners[best.index].rows.insert(run.row)
  }
}

extension Array {
  /// The longest tail of which every element satisfies `condition`.
  fileprivate func suffix(while condition: (Element) -> Bool) -> [Element] {
    Array(self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...])
  }
}
