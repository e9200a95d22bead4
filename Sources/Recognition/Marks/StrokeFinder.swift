internal import CTesseract
internal import Documents

/// Finds ink of a pen: large irregular components that belong to no line of print.
struct StrokeFinder {
  /// The strokes in `ink`, from which rules were removed, apart from the print in `lines`.
  ///
  /// The long straight strokes of a signature are taken for rules; where they are whole in `all`,
  /// the ink with its rules, they count.
  func strokes(
    in ink: borrowing Picture, withRules all: borrowing Picture, components: [PixelBox],
    lines: [FoundLine]
  ) throws(RecognitionError) -> [Mark] {
    let heights = lines.filter { $0.letters >= 4 }.map(\.letterHeight).sorted()
    guard !heights.isEmpty else { return [] }
    let size = heights[heights.count / 2]
    var found: [PixelBox] = []
    for box in components where isStroke(box, size: size, lines: lines, in: ink) {
      found.append(box)
    }
    for box in Components.boxes(of: all) where isStroke(box, size: size, lines: lines, in: all) {
      if !found.contains(where: { !$0.intersection(box).isEmpty }) { found.append(box) }
    }
    var marks: [Mark] = []
    for box in PixelBox.groups(of: found, reach: 2 * size)
      .sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) })
    {
      marks.append(
        Mark(
          shape: .stroke, box: box, ink: Double(all.inkCount(in: box)) / Double(max(1, box.area))))
    }
    return marks
  }

  /// Whether a component of `ink` is large, thin and no print; letters of print have `size`.
  private func isStroke(
    _ box: PixelBox, size: Int, lines: [FoundLine], in ink: borrowing Picture
  ) -> Bool {
    let margin = min(ink.width, ink.height) / 60
    // What touches the frame is the shadow or border of the sheet.
    guard box.x > margin, box.y > margin, box.maxX < ink.width - margin,
      box.maxY < ink.height - margin, box.width < ink.width / 2, box.height < ink.height / 4,
      max(box.width, box.height) >= 3 * size, min(box.width, box.height) >= size
    else { return false }
    let share = Double(ink.inkCount(in: box)) / Double(box.area)
    guard share > 0.01, share < 0.4 else { return false }
    return !lines.contains { line in
      // A row of pen strokes looks like a line of letters that no form is printed in.
      line.letters >= 4 && line.letterHeight <= 2 * size && box.height < 2 * line.letterHeight
        && line.box.intersection(box).area * 10 > box.area * 7
    }
  }
}
