internal import Documents

/// Finds words that a hand wrote: their letters stand on no common base line.
struct HandwritingFinder {
  /// The mean distance of the letters' feet from their middle, as a share of a letter's height, from
  /// which on a word is uneven; print stays below.
  private static let least = 0.05
  /// What an engine reads as surely as this is print.
  private static let sure = 0.9
  /// As many letters at least tell of a word.
  private static let fewest = 3

  /// The uneven ones among the words of a line; boxes are in pixels of the region.
  ///
  /// `components` are those of the ink near the line.
  func words(
    of words: [TextWord], line: FoundLine, components: [PixelBox]
  ) -> [Mark] {
    let size = Double(line.letterHeight)
    guard size >= 8 else { return [] }
    let letters = components.filter { box in
      let height = Double(box.height)
      return height > 0.45 * size && height < 2.2 * size && Double(box.width) < 4 * size
    }
    return words.filter { $0.confidence < Self.sure }.compactMap { word in
      let feet = letters.filter { box in
        box.midX > Double(word.box.x) && box.midX < Double(word.box.maxX)
          && box.midY > Double(word.box.y) - 0.3 * size
          && box.midY < Double(word.box.maxY) + 0.3 * size
      }.map { Double($0.maxY) - line.slope * $0.midX }.sorted()
      guard feet.count >= Self.fewest else { return nil }
      let middle = feet[feet.count / 2]
      // Tails hang far below the base line, on print too.
      let near = feet.filter { abs($0 - middle) < 0.3 * size }
      guard near.count >= Self.fewest else { return nil }
      let spread = near.reduce(0) { $0 + abs($1 - middle) } / Double(near.count) / size
      return spread >= Self.least ? Mark(shape: .handwriting, box: word.box, ink: spread) : nil
    }
  }
}
