internal import Documents

/// Finds ink as large as letters of which no word was read: print that is too faint, a word of a few
/// letters that a hand wrote.
struct UnreadPrintFinder {
  /// The height of letters and of what is joined of them, as shares of that of usual print.
  private static let heights = 0.5...3.0
  /// What is wider, in heights of letters, is a rule or the edge of a stamp.
  private static let widest = 12.0
  /// As wide as this, in heights of letters, is more than a speck.
  private static let least = 1.0
  /// How densely ink lies in strokes of letters, as a share of their box.
  private static let ink = 0.06...0.7

  /// The groups of such ink in `layout`, apart from the `words` that were read and from `marks`; all
  /// in the layout's pixels.
  func print(
    in layout: borrowing InkLayout, words: [PixelBox], marks: [Mark]
  ) -> [Mark] {
    let sizes = layout.lines.filter { $0.letters >= 4 }.map { $0.letterHeight / layout.scale }
      .sorted()
    guard !sizes.isEmpty else { return [] }
    let size = Double(sizes[sizes.count / 2])
    // Marks above capitals and tails reach out of the boxes of words.
    let taken = words.map { $0.expanded(by: Int(0.3 * size)) } + marks.map(\.box)
    var groups: [PixelBox] = []
    let loose = layout.components.filter { box in
      Self.heights.contains(Double(box.height) / size)
        && Double(box.width) < Self.widest * size
        && !taken.contains { 2 * $0.intersection(box).area > box.area }
    }
    for box in loose.sorted(by: { $0.x < $1.x }) {
      // The letters of a word stand beside each other, in one row.
      let reach = PixelBox(
        x: box.x - Int(size), y: box.y, width: box.width + 2 * Int(size), height: box.height)
      var joined = box
      while let index = groups.firstIndex(where: {
        !$0.intersection(reach).isEmpty && abs($0.midY - box.midY) < size
      }) {
        joined = joined.union(groups.remove(at: index))
      }
      groups.append(joined)
    }
    return groups.compactMap { box in
      guard Double(box.width) >= Self.least * size else { return nil }
      let share = Double(layout.print.inkCount(in: box)) / Double(max(1, box.area))
      return Self.ink.contains(share) ? Mark(shape: .unread, box: box, ink: share) : nil
    }.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
  }
}
