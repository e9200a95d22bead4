import Documents

/// The ways in which the lines of a region were read: as the engine did first, and by other models
/// or from other pixels.
struct Renditions {
  /// The lines as they were read first.
  let first: [TextLine]

  /// At most so many other readings are looked at.
  private static let most = 3
  /// The share of a word that must lie within a label for the label's words to stand for it, and the
  /// share up to which it lies beside it.
  private static let inside = 0.8
  private static let beside = 0.2

  /// Takes the lines of `region` but for those of a machine-readable zone.
  init(of region: RegionReading) {
    first = region.lines.filter { line in
      line.words.reduce(0) { $0 + $1.text.count(where: { $0 == "<" }) } < 3
    }
  }

  /// How many other readings the lines have.
  private var count: Int { min(Self.most, first.map(\.alternatives.count).max() ?? 0) }

  /// The other readings; lines that were not read again stand as they were read first.
  ///
  /// `labels` are the boxes of words that the first reading knows to be labels: what another model
  /// makes of them is of no interest, and its values are only found behind labels that are legible.
  func others(labels: [PixelBox] = []) -> [[TextLine]] {
    (0..<count).map { choice in
      first.map { line in
        guard line.alternatives.indices.contains(choice), !line.alternatives[choice].isEmpty
        else { return line }
        return TextLine(
          box: line.box, words: Self.relabelled(line.alternatives[choice], as: line, labels))
      }
    }
  }

  /// What the readings of each line say together; `others` are the renditions beside the first.
  func joint(with others: [[TextLine]]) -> [TextLine] {
    first.indices.map { index in
      let line = first[index]
      guard line.alternatives.count(where: { !$0.isEmpty }) > 1 else { return line }
      let readings = zip(line.alternatives, others).map { $1[index].words }
      return TextLine(
        box: line.box, words: JointLine([line.words] + readings.filter { !$0.isEmpty }).words)
    }
  }

  /// `words`, another reading of `line`, with its labels as first read; unchanged where a word runs
  /// from a label into its value.
  private static func relabelled(
    _ words: [TextWord], as line: TextLine, _ labels: [PixelBox]
  ) -> [TextWord] {
    let known = line.words.filter { word in labels.contains(word.box) }
    guard !known.isEmpty else { return words }
    // Boxes of words may run into each other; a label ends where its value begins.
    let spans = known.map { label in
      let next = line.words.map(\.box.x).filter { $0 > label.box.x }.min()
      return label.box.x..<max(label.box.x, min(label.box.maxX, next ?? .max))
    }
    var rest: [TextWord] = []
    for word in words {
      let covered = spans.reduce(0) { sum, span in
        sum + max(0, min(span.upperBound, word.box.maxX) - max(span.lowerBound, word.box.x))
      }
      let share = Double(covered) / Double(max(1, word.box.width))
      if share >= inside { continue }
      guard share <= beside else { return words }
      rest.append(word)
    }
    return (known + rest).sorted { $0.box.x < $1.box.x }
  }
}

extension ReadingPage {
  /// The boxes of the words that `hits` cover whole.
  func labelBoxes(of hits: [LabelHit]) -> [PixelBox] {
    var open: [Int: [Int: Int]] = [:]
    for glyph in glyphs { open[glyph.segment, default: [:]][glyph.word, default: 0] += 1 }
    for index in hits.flatMap({ Array($0.range) }) {
      open[glyphs[index].segment]?[glyphs[index].word]? -= 1
    }
    return open.flatMap { segment, words in
      words.filter { $0.value == 0 }.map { segments[segment].words[$0.key].box }
    }
  }
}
