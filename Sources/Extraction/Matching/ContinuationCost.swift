import Documents

/// Weighs whether a run of words that stands by itself continues the value of a label.
struct ContinuationCost {
  let layout: Layout
  let page: ReadingPage

  /// How many rows more than usual a value may take that keeps to a column of its own.
  private static let spareRows = 2

  /// What it costs to see `run` as part of the owner's value; nil when it cannot be.
  func cost(of run: LooseRun, for owner: GatheredValue, among owners: [GatheredValue]) -> Double? {
    // A line that gives a date in words continues nothing.
    if run.row != owner.lastRow, owner.field.parser != .date, run.isDateLine { return nil }
    let completes = !owner.isEmpty && (owner.isCompleted(by: run) || isWrapped(run, owner))
    guard hasRoom(for: run, in: owner, completes: completes) else { return nil }
    if run.row == owner.lastRow { return costBeside(run, owner, among: owners) }
    if owner.isEmpty, run.row == owner.row {
      // The value may stand beside the first half of a label whose second half stands below.
      var half = owner
      half.lastRow = owner.row
      half.last =
        PixelBox.union(of: owner.value.labelPieces.filter { $0.row == owner.row }.map(\.box))
        ?? owner.last
      return costBeside(run, half, among: owners)
    }
    return run.row > owner.lastRow
      ? costBelow(run, owner, among: owners, completes: completes) : nil
  }

  /// Whether the field may have another row, or another word where it has one value alone.
  private func hasRoom(for run: LooseRun, in owner: GatheredValue, completes: Bool) -> Bool {
    if owner.field.parser.isClosed, !owner.isEmpty, !completes { return false }
    let keepsColumn = isHanging(run, under: owner) || isNarrow(run, under: owner)
    let spare = keepsColumn ? Self.spareRows : completes ? 1 : 0
    return owner.rows.contains(run.row) || owner.rows.count < owner.field.lines + spare
  }

  /// Whether `run` stands below the value's first word, in a column right of its label's.
  private func isHanging(_ run: LooseRun, under owner: GatheredValue) -> Bool {
    guard !layout.kind.isCard, let first = owner.value.pieces.first else { return false }
    let unit = page.lineHeight
    return abs(Double(run.box.x - first.box.x)) < unit
      && Double(run.box.x - page.leftMargin) > 3 * unit
      && Double(run.box.x - owner.value.labelBox.x) > 3 * unit
  }

  /// Whether `run` stands below the label of a column that is not the page's first.
  private func isNarrow(_ run: LooseRun, under owner: GatheredValue) -> Bool {
    !layout.kind.isCard && isBelow(owner.value.labelBox, run)
      && Double(run.box.x - page.leftMargin) > 3 * page.lineHeight
  }

  /// Whether `run` begins a line right below the left edge of `label`.
  private func isBelow(_ label: PixelBox, _ run: LooseRun) -> Bool {
    abs(Double(run.box.x - label.x)) < 0.5 * page.lineHeight
  }

  /// Whether `run` is the rest of a value of a closed list that had no room for it: a name of two words
  /// of which the box took one.
  private func isWrapped(_ run: LooseRun, _ owner: GatheredValue) -> Bool {
    guard owner.field.parser == .nationality, !layout.kind.isCard,
      isBelow(owner.value.labelBox, run), run.row == owner.lastRow + 1
    else { return false }
    let first = Double(run.pieces.first?.box.width ?? 0)
    return Double(owner.shareEnd - owner.last.maxX) < first + 1.5 * page.lineHeight
  }

  /// What it costs to go on in the row in which the value ends.
  private func costBeside(
    _ run: LooseRun, _ owner: GatheredValue, among owners: [GatheredValue]
  ) -> Double? {
    let unit = page.lineHeight
    let gap = Double(run.box.x - owner.last.maxX)
    guard gap > -unit else { return nil }
    let isBetween = owners.contains { other in
      other.value.entry != owner.value.entry && other.lastRow == run.row
        && other.last.x >= owner.last.x && other.last.maxX <= run.box.x + Int(unit)
    }
    guard !isBetween else { return nil }
    // What begins below another label is that one's.
    let isOthers = owners.contains { other in
      other.value.entry != owner.value.entry && other.lastRow < run.row
        && other.lastRow + 2 > run.row && isBelow(other.value.labelBox, run)
        && other.value.labelBox.x > owner.value.labelBox.x
    }
    guard layout.kind.isCard || !isOthers else { return nil }
    // On a card what stands far to the right is another column.
    if owner.isEmpty { return (layout.kind.isCard ? 0.4 : 0.05) * gap / unit }
    return gap < 8 * unit ? 0.5 + 0.3 * gap / unit : nil
  }

  /// What it costs to go on in a row below the one in which the value ends.
  private func costBelow(
    _ run: LooseRun, _ owner: GatheredValue, among owners: [GatheredValue], completes: Bool
  ) -> Double? {
    let unit = page.lineHeight
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
    if isForm, !owner.isEmpty, !alignsWithValue, !owner.opensUnit, !completes {
      guard mayWrap(run, owner, alignsWithLabel: alignsWithLabel) else { return nil }
    }
    let overlap = min(run.box.maxX, max(label.maxX, owner.last.maxX)) - max(run.box.x, label.x)
    guard alignsWithLabel || alignsWithValue || atMargin || overlap > 0 else { return nil }
    // Text left of the label's column belongs to another column, unless the label stands centred
    // above it.
    let isBelowCaption =
      owner.isEmpty
      && (Double(overlap) > 0.6 * Double(label.width)
        || overlap > 0 && layout.kind.isCard && isOfVocabulary(run, owner.field))
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
    // An address of mail below a telephone's label is the next one's, and the other way about.
    if owner.isEmpty, owner.field.parser.isClosed || owner.field.parser == .email,
      FieldParser.parse(run.pieces, as: owner.field).value == nil
    {
      cost += 1
    }
    return cost
  }

  /// Whether `run` is made of the words that the field's value is made of, whatever its length.
  private func isOfVocabulary(_ run: LooseRun, _ field: LayoutField) -> Bool {
    let words = run.pieces.map { $0.text.lowercased() }
      .filter { !$0.contains(where: \.isNumber) }
    return !field.vocabulary.isEmpty && words.count > 1
      && words.allSatisfy(Set(field.vocabulary).contains)
  }

  /// Whether the row above had no room for the first word of `run` or ends with a comma, or a text is
  /// short enough to end in a row of its own.
  private func mayWrap(
    _ run: LooseRun, _ owner: GatheredValue, alignsWithLabel: Bool
  ) -> Bool {
    let room = Double(owner.shareEnd - owner.last.maxX)
    let firstWord = Double(run.pieces.first?.box.width ?? 0)
    let isFull = room < firstWord + 1.5 * page.lineHeight
    let isShort = Double(run.box.width) < 0.45 * Double(page.rightMargin - page.leftMargin)
    return isFull || owner.endsWithComma && alignsWithLabel
      || owner.rows.count > 1 && alignsWithLabel
      || isShort && [.address, .text, .office, .facility].contains(owner.field.parser)
  }
}
