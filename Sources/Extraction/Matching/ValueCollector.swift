import Documents
import Foundation
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

  /// A label while its value is being gathered.
  private struct Owner {
    var value: LabelledValue
    var field: LayoutField
    var segment: Int
    var row: Int
    /// The last box that belongs to it, its own or its value's.
    var last: PixelBox
    var lastRow: Int
    var rows: Set<Int> = []
    /// Whether no other label stands to its right in its row.
    var isLastInRow = true
    /// Where its share of the row ends: at the next label, or at the right margin.
    var shareEnd = 0

    var isEmpty: Bool { value.pieces.isEmpty }

    /// Whether `run` is the rest of the number that its value begins with.
    func isCompleted(by run: Loose) -> Bool {
      let lengths: Set<Int>
      switch field.parser {
      case .phone: lengths = [10, 11]
      case .idNumber: lengths = [9, 12]
      case .insuranceNumber: lengths = [10, 12]
      default: return false
      }
      func digits(_ pieces: [ValuePiece]) -> Int {
        pieces.reduce(0) { $0 + $1.text.count(where: \.isNumber) }
      }
      let own = digits(value.pieces)
      return own > 0 && run.isNumber && lengths.contains(own + digits(run.pieces))
    }

    /// Whether its value ends with words that open the name of a unit, so that the name must follow.
    var opensUnit: Bool {
      guard field.parser == .address, let last = value.pieces.last?.text else { return false }
      return ValueCollector.openings.contains(FoldedText.fold(last))
        && !value.pieces.dropLast().contains { $0.text.hasSuffix(",") }
    }
  }

  /// Words, and their abbreviations, behind which the name of a unit stands.
  private static let openings: Set<String> = [
    "xa", "phuong", "thi", "tran", "thanh", "pho", "quan", "huyen", "tinh", "x", "p", "q", "h",
    "t", "tp", "tx", "tt",
  ]

  /// A run of words that no label claims by standing before it.
  private struct Loose {
    var pieces: [ValuePiece]
    var box: PixelBox
    var row: Int
    var hasLeaders: Bool

    /// Whether it is nothing but a number.
    var isNumber: Bool {
      pieces.allSatisfy { $0.text.allSatisfy { $0.isNumber || ".,- ".contains($0) } }
    }

    /// Whether it holds "ngày … tháng … năm …".
    var isDateLine: Bool {
      let folded = FoldedText.fold(pieces.map(\.text).joined())
      guard let month = folded.range(of: "thang") else { return false }
      return folded.contains("ngay") && folded[month.upperBound...].contains("nam")
    }
  }

  /// The share of its letters that may be misread in the second half of a label: behind the sign
  /// that parts the halves, and where none was seen.
  private static let mostMisread: (parted: Float, unparted: Float) = (0.6, 0.38)

  /// The labels with their values, in the order of the hits.
  func values() -> [LabelledValue] {
    var owners = hits.filter { !$0.isTail }.map(owner)
    for tail in hits where tail.isTail { join(tail, to: &owners) }
    markLastInRow(&owners)
    let runs = looseRuns()
    for run in runs { give(run, to: &owners, beside: runs.filter { $0.row == run.row }) }
    return owners.map(\.value)
  }

  private func owner(for hit: LabelHit) -> Owner {
    let first = page.glyphs[hit.range.lowerBound]
    let last = page.glyphs[hit.range.upperBound - 1]
    let labelPieces =
      first.segment == last.segment
      ? cut(segment: last.segment, from: hit.range.lowerBound - 1, to: hit.range.upperBound)
      : cut(segment: first.segment, from: hit.range.lowerBound - 1, to: nil)
        + cut(segment: last.segment, from: nil, to: hit.range.upperBound)
    let end = nextLabel(after: hit, in: last.segment)
    var pieces = cut(segment: last.segment, from: hit.range.upperBound - 1, to: end)
    if end != nil { pieces = Self.withoutNumber(pieces) }
    if hit.lettersAfter > 0 {
      pieces = withoutSecondHalf(pieces, of: layout.fields[hit.entry])
    } else {
      pieces = withoutLabelRest(pieces)
    }
    let segment = page.segments[last.segment]
    let labelBox =
      PixelBox.union(of: labelPieces.suffix(while: { $0.row == segment.row }).map(\.box))
      ?? segment.box
    let value = LabelledValue(
      entry: hit.entry, labelQuality: Double(hit.quality),
      labelBox: PixelBox.union(of: labelPieces.map(\.box)) ?? labelBox, labelPieces: labelPieces,
      pieces: pieces, hasLeaders: segment.hasLeaders)
    return Owner(
      value: value, field: layout.fields[hit.entry], segment: last.segment, row: segment.row,
      last: PixelBox.union(of: pieces.map(\.box)) ?? labelBox, lastRow: segment.row,
      rows: pieces.isEmpty ? [] : [segment.row])
  }

  /// Adds what stands behind the second half of a label to its value.
  private func join(_ tail: LabelHit, to owners: inout [Owner]) {
    guard let index = owners.firstIndex(where: { $0.value.entry == tail.entry }) else { return }
    let rest = owner(for: tail)
    owners[index].value.labelBox = owners[index].value.labelBox.union(rest.value.labelBox)
    owners[index].value.labelPieces += rest.value.labelPieces
    guard owners[index].isEmpty || !rest.isEmpty else { return }
    owners[index].value.pieces += rest.value.pieces
    owners[index].value.hasLeaders = owners[index].value.hasLeaders || rest.value.hasLeaders
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

  /// The words without the misread second half of a bilingual label: those, of the first few, that
  /// are nearest to it.
  private func withoutSecondHalf(
    _ pieces: [ValuePiece], of field: LayoutField
  ) -> [ValuePiece] {
    let halves = field.labels.flatMap(LabelWording.all).filter { $0.part == .second }
      .map { FoldedText.bytes(of: $0.phrase) }
    let isParted = pieces.first?.text.hasPrefix("/") == true
    var best = (
      count: 0, share: isParted ? Self.mostMisread.parted : Self.mostMisread.unparted
    )
    for half in halves where !half.isEmpty {
      var read: [UInt8] = []
      for (index, piece) in pieces.prefix(6).enumerated() {
        read += FoldedText.bytes(of: piece.text)
        // English hardly ever comes out as Vietnamese syllables alone, a value mostly does.
        let isValue = pieces[...index].allSatisfy { word in
          Syllable(word.text.trimming { !$0.isLetter }) != nil
        }
        guard !read.isEmpty, !isValue else { continue }
        let share = EditDistance.weighted(read, half) / Float(max(read.count, half.count))
        if share < best.share { best = (index + 1, share) }
      }
    }
    return withoutLabelRest(Array(pieces.dropFirst(best.count)))
  }

  /// The words without what still belongs to the label: a colon, a note in brackets.
  private func withoutLabelRest(_ pieces: [ValuePiece]) -> [ValuePiece] {
    var rest = pieces[...]
    func dropPunctuation() {
      while let first = rest.first {
        let text = first.text.drop { ":;.,/|-–—…_)]}*'\"".contains($0) }
        if text.isEmpty {
          rest = rest.dropFirst()
        } else {
          rest[rest.startIndex].text = String(text)
          return
        }
      }
    }
    dropPunctuation()
    // Words of the label that its wordings lack end with its colon.
    if let colon = rest.prefix(4).firstIndex(where: { $0.text.hasSuffix(":") }),
      rest[...colon].allSatisfy({ word in
        word.text.first?.isLowercase == true && !word.text.contains(where: \.isNumber)
      })
    {
      rest = rest[(colon + 1)...]
    }
    dropPunctuation()
    if let first = rest.first, first.text.hasPrefix("("),
      let close = rest.prefix(14).firstIndex(where: { $0.text.contains(")") })
    {
      let tail = rest[close].text.split(separator: ")", maxSplits: 1).dropFirst().first ?? ""
      rest = rest[close...]
      rest[close].text = String(tail)
      if tail.isEmpty { rest = rest.dropFirst() }
      dropPunctuation()
    }
    return Array(rest)
  }

  private func markLastInRow(_ owners: inout [Owner]) {
    for index in owners.indices {
      let followers = owners.filter { other in
        other.row == owners[index].row && other.value.labelBox.x > owners[index].value.labelBox.x
      }.map(\.value.labelBox.x)
      owners[index].isLastInRow = followers.isEmpty
      owners[index].shareEnd = followers.min() ?? page.rightMargin
    }
  }

  /// Whole segments without a label, and the words before the first label of a segment.
  private func looseRuns() -> [Loose] {
    var runs: [Loose] = []
    for (index, segment) in page.segments.enumerated() {
      let inside = hits.filter { $0.range.overlaps(page.ranges[index]) }
      let pieces: [ValuePiece]
      if let first = inside.map(\.range.lowerBound).min() {
        // A label that began in the segment before leaves nothing loose here.
        guard page.ranges[index].contains(first) else { continue }
        pieces = Self.withoutNumbering(cut(segment: index, from: nil, to: first))
      } else {
        pieces = cut(segment: index, from: nil, to: nil)
      }
      guard pieces.contains(where: { !FoldedText.bytes(of: $0.text).isEmpty }),
        let box = PixelBox.union(of: pieces.map(\.box))
      else { continue }
      runs.append(
        Loose(pieces: pieces, box: box, row: segment.row, hasLeaders: segment.hasLeaders))
    }
    return runs
  }

  /// The words before a label without its number or bullet, where its signs tell it from a value:
  /// "[03]", "4)", "•".
  private static func withoutNumber(_ pieces: [ValuePiece]) -> [ValuePiece] {
    guard let last = pieces.last?.text else { return pieces }
    let core = last.trimming { !$0.isLetter && !$0.isNumber }
    let isNumber = core.count <= 4 && core.allSatisfy { $0.isNumber || ".,".contains($0) }
    let isBracketed = last.contains { "[]{}".contains($0) } || last.hasSuffix(")")
    let isBullet = core.isEmpty && !last.contains(")")
    guard isBullet || isNumber && isBracketed && !last.contains("(") else { return pieces }
    return withoutNumber(Array(pieces.dropLast()))
  }

  /// The words before a label without the label's own number or bullet at their end: "7.", "b)".
  private static func withoutNumbering(_ pieces: [ValuePiece]) -> [ValuePiece] {
    guard let last = pieces.last else { return pieces }
    let core = last.text.trimming { "[](){}.,:;|/-–—•*+_".contains($0) }
    let isNumbering =
      core.count <= 2 && core != last.text && last.confidence < 0.9
      || core.count <= 4 && core != last.text
        && core.allSatisfy { $0.isNumber || ".,".contains($0) }
      || core.count == 1 && core != last.text || core.isEmpty
      || pieces.count == 1 && core.count <= 2 && core.allSatisfy(\.isNumber)
      || pieces.count == 1 && core.count <= 3 && core.allSatisfy { "IVXl1".contains($0) }
    return isNumbering ? withoutNumbering(Array(pieces.dropLast())) : pieces
  }

  private func give(_ run: Loose, to owners: inout [Owner], beside others: [Loose]) {
    var best: (index: Int, cost: Double)?
    for index in owners.indices {
      guard let cost = cost(of: run, for: owners[index], among: owners) else { continue }
      // What stands below a label itself goes before what runs on at the margin.
      let hasOwn = others.contains { other in
        other.box.x > run.box.maxX && other.row > owners[index].lastRow
          && abs(other.box.x - owners[index].value.labelBox.x) < Int(2 * page.lineHeight)
      }
      if hasOwn, run.row > owners[index].lastRow { continue }
      if cost < (best?.cost ?? 4) { best = (index, cost) }
    }
    guard let best else { return }
    let isFirst = owners[best.index].isEmpty
    var pieces = run.pieces
    if isFirst { pieces = withoutLabelRest(pieces) }
    owners[best.index].value.pieces += pieces
    owners[best.index].value.hasLeaders = owners[best.index].value.hasLeaders || run.hasLeaders
    owners[best.index].last = run.box
    owners[best.index].lastRow = run.row
    owners[best.index].rows.insert(run.row)
  }

  /// How many rows more than usual a value may take that keeps to a column of its own.
  private static let spareRows = 2

  /// Whether `run` stands below the value's first word, in a column right of its label's.
  private func isHanging(_ run: Loose, under owner: Owner) -> Bool {
    guard !layout.kind.isCard, let first = owner.value.pieces.first else { return false }
    let unit = page.lineHeight
    return abs(Double(run.box.x - first.box.x)) < unit
      && Double(run.box.x - page.leftMargin) > 3 * unit
      && Double(run.box.x - owner.value.labelBox.x) > 3 * unit
  }

  /// What it costs to see `run` as part of the owner's value; nil when it cannot be.
  private func cost(of run: Loose, for owner: Owner, among owners: [Owner]) -> Double? {
    let unit = page.lineHeight
    // A line that gives a date in words continues nothing.
    if run.row != owner.lastRow, owner.field.parser != .date, run.isDateLine { return nil }
    let addsRow = !owner.rows.contains(run.row)
    let completes = !owner.isEmpty && owner.isCompleted(by: run)
    let hangs = isHanging(run, under: owner)
    let spare = hangs ? Self.spareRows : completes ? 1 : 0
    if addsRow, owner.rows.count >= owner.field.lines + spare { return nil }
    if owner.field.parser.isClosed, !owner.isEmpty, !completes { return nil }
    if run.row == owner.lastRow {
      let gap = Double(run.box.x - owner.last.maxX)
      guard gap > -unit else { return nil }
      let isBetween = owners.contains { other in
        other.value.entry != owner.value.entry && other.lastRow == run.row
          && other.last.x >= owner.last.x && other.last.maxX <= run.box.x + Int(unit)
      }
      guard !isBetween else { return nil }
      // On a card what stands far to the right is another column.
      if owner.isEmpty { return (layout.kind.isCard ? 0.4 : 0.05) * gap / unit }
      return gap < 8 * unit ? 0.5 + 0.3 * gap / unit : nil
    }
    guard run.row > owner.lastRow else { return nil }
    let drop = Double(run.box.y - owner.last.maxY) / unit
    guard drop < 1.8 else { return nil }
    // A label between the value and the run would have begun a value of its own.
    let isInterrupted = owners.contains { other in
      other.value.entry != owner.value.entry && other.row > owner.lastRow && other.row < run.row
        && ReadingPage.horizontalGap(other.value.labelBox, run.box) < 0
    }
    guard !isInterrupted else { return nil }
    let label = owner.value.labelBox
    let left = Double(run.box.x)
    let alignsWithLabel = abs(left - Double(label.x)) < 2 * unit
    let alignsWithValue =
      !owner.isEmpty && abs(left - Double(owner.value.pieces[0].box.x)) < 2 * unit
    let isForm = !layout.kind.isCard
    let atMargin = isForm && left < Double(page.leftMargin) + 3 * unit
    if isForm, !owner.isEmpty, !alignsWithValue {
      // A word goes to the next line only where it does not fit on this one.
      let room = Double(owner.shareEnd - owner.last.maxX)
      let firstWord = Double(run.pieces.first?.box.width ?? 0)
      let isFull = room < firstWord + 1.5 * unit || owner.rows.count > 1 && alignsWithLabel
      let isShort = Double(run.box.width) < 0.45 * Double(page.rightMargin - page.leftMargin)
      let isShortText = isShort && [.address, .text].contains(owner.field.parser)
      guard isFull || isShortText || owner.opensUnit || completes else {
        return nil
      }
    }
    let overlap = min(run.box.maxX, max(label.maxX, owner.last.maxX)) - max(run.box.x, label.x)
    guard alignsWithLabel || alignsWithValue || atMargin || overlap > 0 else { return nil }
    // Text left of the label's column belongs to another column, unless the label stands centred
    // above it.
    let isBelowCaption = owner.isEmpty && Double(overlap) > 0.6 * Double(label.width)
    guard atMargin || alignsWithValue || isBelowCaption || left > Double(label.x) - 2 * unit else {
      return nil
    }
    var cost = 1 + max(0, drop)
    if !(alignsWithLabel || alignsWithValue || atMargin) { cost += 0.7 }
    if !owner.isLastInRow {
      // What runs on at the left margin is the end of the row, not of a box within it.
      if owner.isEmpty, isForm, !alignsWithLabel { return nil }
      cost += 0.8
    }
    if owner.opensUnit || completes { cost -= 1.2 }
    if owner.field.key == nil { cost += 0.2 }
    if owner.isEmpty { cost -= alignsWithLabel ? 1.5 : 0.6 }
    return cost
  }
}

extension Array {
  /// The longest tail of which every element satisfies `condition`.
  fileprivate func suffix(while condition: (Element) -> Bool) -> [Element] {
    Array(self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...])
  }
}
