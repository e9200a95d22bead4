import Documents

/// Tells whether somebody signed below a label.
struct SignatureReader {
  let page: ReadingPage

  /// `present` where pen strokes stand below the label, `absent` where none do; nothing when the
  /// label was not seen.
  func read(below label: LabelledValue?) -> FieldReading {
    guard let label else { return FieldReading() }
    let box = label.labelBox
    let margin = max(box.width, Int(6 * page.lineHeight))
    let area = PixelBox(
      x: box.x - margin, y: box.y - Int(page.lineHeight), width: box.width + 2 * margin,
      height: Int(14 * page.lineHeight) + box.height)
    let strokes = page.marks.filter { mark in
      mark.shape == .stroke && area.intersection(mark.box).area * 2 > mark.box.area
        && Double(mark.box.width) > 1.2 * page.lineHeight
    }
    return FieldReading(
      value: strokes.isEmpty ? "absent" : "present", raw: "",
      box: PixelBox.union(of: strokes.map(\.box)), isWellFormed: true,
      labelQuality: label.labelQuality)
  }
}
