import Documents

/// Tells whether somebody signed below a label, and which names are printed there.
struct SignatureReader {
  let page: ReadingPage

  /// The share of ink in the box of broken strokes at most; what went with a stamp is full.
  private static let mostInk = 0.3

  /// `present` where pen strokes stand below the label, `absent` where none do; nothing when the
  /// label was not seen.
  func read(below label: LabelledValue?) -> FieldReading {
    guard let label else { return FieldReading() }
    let area = area(below: label.labelBox)
    let strokes = page.marks.filter { mark in
      area.intersection(mark.box).area * 2 > mark.box.area && isSignature(mark)
    }
    // Faint strokes leave no mark: that nobody signed is for a person to see.
    return FieldReading(
      value: strokes.isEmpty ? "absent" : "present", raw: "",
      box: PixelBox.union(of: strokes.map(\.box)), isWellFormed: !strokes.isEmpty,
      labelQuality: label.labelQuality)
  }

  /// Whether a mark is large enough for a signature; handwriting is also a name that was written.
  private func isSignature(_ mark: Mark) -> Bool {
    switch mark.shape {
    case .stroke: Double(mark.box.width) > 1.2 * page.lineHeight
    case .handwriting:
      Double(mark.box.width) > 3 * page.lineHeight && Double(mark.box.height) > 2 * page.lineHeight
    case .unread:
      // Strokes that broke into pieces as small as letters; print that was not read is lower.
      Double(mark.box.width) > 3 * page.lineHeight
        && Double(mark.box.height) > 1.5 * page.lineHeight && mark.ink < Self.mostInk
    case .tickBox, .rule: false
    }
  }

  /// What may be names below the label, each as the words of one line.
  func names(below label: LabelledValue?) -> [[ValuePiece]] {
    guard let label else { return [] }
    let area = area(below: label.labelBox)
    return page.segments.filter { segment in
      segment.box.midY > Double(label.labelBox.maxY)
        && area.intersection(segment.box).area * 2 > segment.box.area
    }.map(\.pieces).filter { $0.count > 1 }
  }

  /// Where a hand signs below a label at `box`.
  private func area(below box: PixelBox) -> PixelBox {
    let margin = max(box.width, Int(6 * page.lineHeight))
    return PixelBox(
      x: box.x - margin, y: box.y - Int(page.lineHeight), width: box.width + 2 * margin,
      height: Int(14 * page.lineHeight) + box.height)
  }
}
