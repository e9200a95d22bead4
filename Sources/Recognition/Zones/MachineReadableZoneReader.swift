internal import Documents
internal import Foundation

/// Reads the rows of a machine-readable zone with their own alphabet: by the shapes of their
/// typeface on the grid of its pitch, and with the engine where the check digits leave doubt.
struct MachineReadableZoneReader {
  let recognizer: TextRecognizer
  private let matcher = GlyphMatcher()

  /// How sure the shapes must be of a name, which no check digit covers.
  private static let sureName = 0.8

  init(recognizer: TextRecognizer) { self.recognizer = recognizer }

  /// The three rows as lines of one word each, spaces dropped.
  ///
  /// The engine reads those rows, as alternatives, that the shapes leave in doubt.
  func lines(
    of zone: MachineReadableZone, components: [PixelBox], in picture: borrowing Picture
  ) throws(RecognitionError) -> [TextLine] {
    let shaped = shapedWords(of: zone, components: components, in: picture)
    let isProven =
      shaped.map { CheckDigit.provesZone(Array($0[0].text.utf8), Array($0[1].text.utf8)) } ?? false
    var lines: [TextLine] = []
    for (index, row) in zone.rows.enumerated() {
      let isSure = isProven && (index < 2 || (shaped?[2].confidence ?? 0) >= Self.sureName)
      let read = isSure ? nil : try word(row, in: picture)
      let readings = [shaped?[index], read].compactMap { $0 }
      lines.append(
        TextLine(
          box: row.box, words: readings.first.map { [$0] } ?? [],
          alternatives: readings.dropFirst().map { [$0] }))
    }
    return lines
  }

  /// The rows as their shapes say; nil when they show no common pitch.
  private func shapedWords(
    of zone: MachineReadableZone, components: [PixelBox], in picture: borrowing Picture
  ) -> [TextWord]? {
    var grids: [FixedPitchRow] = []
    for row in zone.rows {
      let inside = components.filter { box in
        row.box.expanded(by: 2).intersection(box).area * 10 > box.area * 8
      }
      guard let grid = FixedPitchRow(components: inside, rowHeight: Double(row.letterHeight))
      else { return nil }
      grids.append(grid)
    }
    let heights = grids.map(\.height).sorted()
    let pitches = grids.map(\.pitch).sorted()
    let pitch = pitches[pitches.count / 2]
    guard grids.allSatisfy({ abs($0.pitch / pitch - 1) < 0.04 }) else { return nil }
    let area = PixelBox.union(of: zone.rows.map(\.box))?.expanded(by: Int(2 * pitch))
    let field = GrayField(
      of: picture, in: area ?? PixelBox(x: 0, y: 0, width: 0, height: 0))
    for index in grids.indices { grids[index].height = heights[heights.count / 2] }
    let scale = bestScale(of: grids, in: field)
    return zip(zone.rows, grids).map { row, grid in
      var grid = grid
      grid.height *= scale
      return shapedWord(row: row, grid: grid, field: field)
    }
  }

  /// By what factor the height of the characters, as their components tell it, matches the face
  /// best: blur makes components taller, a threshold thinner.
  private func bestScale(of grids: [FixedPitchRow], in field: GrayField) -> Double {
    let scales = [0.9, 0.95, 1, 1.05]
    let likeness = scales.map { scale in
      grids.reduce(Float(0)) { sum, grid in
        var grid = grid
        grid.height *= scale
        return stride(from: 0, to: MachineReadableZone.lineLength, by: 3).reduce(sum) {
          $0 + matcher.match(at: $1, of: grid, in: field).likeness
        }
      }
    }
    return scales[scales.indices.max { likeness[$0] < likeness[$1] } ?? 2]
  }

  private func shapedWord(row: FoundLine, grid: FixedPitchRow, field: GrayField) -> TextWord {
    let length = MachineReadableZone.lineLength
    // Lost characters at the ends, or stray ink beside them, leave the first place uncertain.
    let places = min(0, grid.count - length)...max(0, grid.count - length)
    let matches = (places.lowerBound..<(places.upperBound + length)).map {
      matcher.match(at: $0, of: grid, in: field)
    }
    let sums = (0...(matches.count - length)).map { start in
      matches[start..<(start + length)].reduce(Float(0)) { $0 + $1.likeness }
    }
    let start = sums.indices.max { sums[$0] < sums[$1] } ?? 0
    let chosen = matches[start..<(start + length)]
    let doubt = chosen.reduce(0.0) { $0 + log(max(0.001, $1.confidence)) } / Double(length)
    return TextWord(
      text: String(chosen.map(\.character)), box: row.box, confidence: exp(doubt))
  }

  private func word(
    _ row: FoundLine, in picture: borrowing Picture
  ) throws(RecognitionError) -> TextWord? {
    let words = try LineReader(recognizer: recognizer).words(
      of: row, in: picture, alphabet: MachineReadableZone.alphabet)
    let text = words.map(\.text).joined()
    guard !text.isEmpty, let box = PixelBox.union(of: words.map(\.box)) else { return nil }
    return TextWord(text: text, box: box, confidence: words.map(\.confidence).reduce(1, min))
  }
}
