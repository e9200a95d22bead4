import Documents

/// Tells whether a value was written by hand.
struct HandwritingReader {
  let page: ReadingPage

  /// How uneven the marked words are on average, from which on a hand wrote them.
  private static let unevenness = 0.07
  /// The share of a value's letters that must stand in uneven words.
  private static let share = 0.5
  /// An engine that is as sure as this on average reads print.
  private static let printed = 0.85

  /// Whether most letters of the words of a value stand unevenly and were hard to read.
  func isHandwritten(_ pieces: [ValuePiece]) -> Bool {
    var (letters, uneven, sum, confidence) = (0, 0, 0.0, 0.0)
    for piece in pieces {
      let count = FoldedText.bytes(of: piece.text).count
      letters += count
      confidence += piece.confidence * Double(count)
      guard
        let mark = page.marks.first(where: {
          $0.shape == .handwriting && 2 * $0.box.intersection(piece.box).area > piece.box.area
        })
      else { continue }
      uneven += count
      sum += mark.ink * Double(count)
    }
    guard letters >= 3, uneven > 0 else { return false }
    return Double(uneven) >= Self.share * Double(letters)
      && sum / Double(uneven) >= Self.unevenness
      && confidence / Double(letters) < Self.printed
  }

  /// Whether ink of which no word was read stands in the row of a label, up to a column; it may be
  /// print that is too faint.
  func hasUnread(rightOf label: PixelBox, until end: Int) -> Bool {
    marks(rightOf: label, until: end).contains { $0.shape == .unread }
  }

  /// Whether rows of letters of which nothing was read, or strokes of a pen, stand in the row of a
  /// label, up to a column.
  func hasIllegible(rightOf label: PixelBox, until end: Int) -> Bool {
    let unit = page.lineHeight
    return marks(rightOf: label, until: end).contains { mark in
      let box = mark.box
      if mark.shape == .handwriting { return mark.ink >= 1 && Double(box.width) > 1.5 * unit }
      // The frame of an empty box is long and holds little ink.
      return mark.shape == .stroke && Double(box.height) < 4 * unit
        && !(box.width > 6 * box.height && mark.ink < 0.3)
    }
  }

  /// Whether ink of which no word was read begins the line below a value, where the value would go on;
  /// `others` are all values of the page.
  func hasUnread(below value: LabelledValue, among others: [LabelledValue]) -> Bool {
    guard page.shape == .sheet, let last = value.pieces.last, let first = value.pieces.first else {
      return false
    }
    let unit = page.lineHeight
    let lefts = [value.labelBox.x, first.box.x]
    return page.marks.contains { mark in
      let (box, drop) = (mark.box, mark.box.midY - last.box.midY)
      guard mark.shape == .unread, drop > 0.7 * unit, drop < 1.8 * unit,
        lefts.contains(where: { abs(Double(box.x - $0)) < 2 * unit })
      else { return false }
      // What a label stands before is that label's.
      return !others.contains {
        abs($0.labelBox.midY - box.midY) < 0.7 * unit && $0.labelBox.x < box.maxX + Int(unit)
      }
    }
  }

  /// The marks in the row of a label, up to a column.
  private func marks(rightOf label: PixelBox, until end: Int) -> [Mark] {
    page.marks.filter { mark in
      mark.box.x > label.maxX - label.height && mark.box.x < end
        && abs(mark.box.midY - label.midY) < page.lineHeight
    }
  }
}
