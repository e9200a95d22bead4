internal import Documents
internal import Foundation

/// Reads characters of OCR-B on a known grid by comparing them with the shapes of the face.
struct GlyphMatcher {
  /// A character at a place of the grid.
  struct Match {
    var character: Character
    /// How like the shape it is: the correlation, -1 … 1.
    var likeness: Float
    /// The share of belief that goes to it among all characters, 0 … 1.
    var confidence: Double
  }

  private let glyphs: [(character: Character, ink: [Float])]
  private static let shifts: [(dx: Double, dy: Double)] = (-2...2).flatMap { dy in
    (-2...2).map { dx in (Double(dx), Double(dy)) }
  }

  init() {
    glyphs = OCRBGlyphs.softened().map { glyph in
      (glyph.character, Self.normalized(glyph.ink))
    }
  }

  /// The most likely character at place `index` of `row`.
  func match(at index: Int, of row: FixedPitchRow, in field: GrayField) -> Match {
    let middle = row.middle(of: index)
    let foot = row.baseline.at + row.baseline.slope * middle
    let (stepX, stepY) = (
      row.pitch / Double(OCRBGlyphs.width), row.height / OCRBGlyphs.digitHeight
    )
    var best = [Float](repeating: -1, count: glyphs.count)
    for shift in Self.shifts {
      var cell: [Float] = []
      cell.reserveCapacity(OCRBGlyphs.width * OCRBGlyphs.height)
      for y in 0..<OCRBGlyphs.height {
        for x in 0..<OCRBGlyphs.width {
          cell.append(
            field.darkness(
              x: middle + (Double(x) + 0.5 - Double(OCRBGlyphs.width) / 2 + shift.dx) * stepX,
              y: foot + (Double(y) + 0.5 - OCRBGlyphs.baseline + shift.dy) * stepY))
        }
      }
      cell = Self.normalized(cell)
      for (index, glyph) in glyphs.enumerated() {
        var sum: Float = 0
        for place in cell.indices { sum += cell[place] * glyph.ink[place] }
        best[index] = max(best[index], sum)
      }
    }
    let top = best.indices.max { best[$0] < best[$1] } ?? 0
    let total = best.reduce(0.0) { $0 + exp(Double($1 - best[top]) * 30) }
    return Match(
      character: glyphs[top].character, likeness: best[top],
      confidence: 1 / total * Double(max(0, min(1, 2 * best[top]))))
  }

  /// The values with mean 0 and length 1, so that a product of two is their correlation.
  private static func normalized(_ values: [Float]) -> [Float] {
    let mean = values.reduce(0, +) / Float(values.count)
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard spread > 1e-6 else { return [Float](repeating: 0, count: values.count) }
    let scale = 1 / spread.squareRoot()
    return values.map { ($0 - mean) * scale }
  }
}
