internal import Documents

/// The three lines of a TD1 machine-readable zone (ICAO Doc 9303-5), found by their shape alone.
struct MachineReadableZone {
  /// The characters such a zone may hold.
  static let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
  /// How many characters stand in each of its lines.
  static let lineLength = 30

  /// Every such zone pads its second and third line; fewer fillers than so many come of other print.
  private static let fewestFillers = 6

  /// The rows from top to bottom.
  let rows: [FoundLine]

  /// The zone among `lines` of a region `width` pixels wide; nil when no three lines look like it.
  init?(among lines: [FoundLine], width: Int) {
    // A stray component or a wide gap may have split a row: pieces of one height and row are one.
    let pieces = lines.filter { $0.letters >= 2 }
    var rows: [FoundLine] = []
    for piece in pieces.sorted(by: { $0.box.x < $1.box.x }) {
      let index = rows.firstIndex {
        abs($0.box.midY - piece.box.midY) < 0.5 * Double($0.letterHeight)
          && piece.box.x - $0.box.maxX < 4 * $0.letterHeight
      }
      if let index {
        rows[index] = FoundLine(
          box: rows[index].box.union(piece.box),
          letterHeight: max(rows[index].letterHeight, piece.letterHeight),
          letters: rows[index].letters + piece.letters)
      } else {
        rows.append(piece)
      }
    }
    let long = rows.filter {
      (22...44).contains($0.letters) && $0.box.width * 2 > width
        && (20...46).contains($0.box.width / max(1, $0.letterHeight))
    }.sorted { $0.box.y < $1.box.y }
    guard long.count >= 3 else { return nil }
    for start in stride(from: long.count - 3, through: 0, by: -1) {
      let three = Array(long[start..<(start + 3)])
      if Self.isRegular(three) {
        self.rows = three
        return
      }
    }
    return nil
  }

  /// Whether `lines`, as read, hold the fillers that pad such a zone.
  static func isFilled(_ lines: [TextLine]) -> Bool {
    lines.reduce(0) { $0 + $1.text.count { $0 == "<" } } >= fewestFillers
  }

  /// Whether `rows` stand at one pitch and share their margins.
  private static func isRegular(_ rows: [FoundLine]) -> Bool {
    let pitch = Double(rows[0].box.width) / Double(lineLength)
    let steps = zip(rows, rows.dropFirst()).map { $1.box.midY - $0.box.midY }
    guard steps.allSatisfy({ $0 > 1.1 * pitch && $0 < 2.6 * pitch }),
      abs(steps[0] - steps[1]) < 0.6 * pitch
    else { return false }
    return zip(rows, rows.dropFirst()).allSatisfy { a, b in
      abs(Double(a.box.x - b.box.x)) < 1.2 * pitch
        && abs(Double(a.box.maxX - b.box.maxX)) < 1.2 * pitch
    }
  }
}
