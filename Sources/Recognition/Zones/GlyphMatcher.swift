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

  /// By how many cells of a glyph the grid may be off, each way.
  private static let slack = 2
  private static let cells = OCRBGlyphs.width * OCRBGlyphs.height
  /// What a glyph of length 1 is multiplied by to be whole numbers.
  private static let unit: Float = 4096

  private let characters: [Character]
  /// The glyphs one after the other, each with mean 0 and length `unit`.
  private let ink: [Int16]

  init() {
    let glyphs = OCRBGlyphs.softened()
    characters = glyphs.map(\.character)
    ink = glyphs.flatMap { glyph in
      Self.normalized(glyph.ink).map { Int16(($0 * Self.unit).rounded()) }
    }
  }

  /// The most likely character at place `index` of `row`.
  func match(at index: Int, of row: FixedPitchRow, in field: GrayField) -> Match {
    let middle = row.middle(of: index)
    let foot = row.baseline.at + row.baseline.slope * middle
    let stepX = row.pitch / Double(OCRBGlyphs.width)
    let stepY = row.height / OCRBGlyphs.digitHeight
    let width = OCRBGlyphs.width + 2 * Self.slack
    let height = OCRBGlyphs.height + 2 * Self.slack
    var patch: [Int16] = []
    patch.reserveCapacity(width * height)
    for y in 0..<height {
      let down = foot + (Double(y - Self.slack) + 0.5 - OCRBGlyphs.baseline) * stepY
      for x in 0..<width {
        let across = Double(x - Self.slack) + 0.5 - Double(OCRBGlyphs.width) / 2
        patch.append(Int16(field.darkness(x: middle + across * stepX, y: down)))
      }
    }
    let best = bestLikeness(in: patch, width: width)
    let top = best.indices.max { best[$0] < best[$1] } ?? 0
    let total = best.reduce(0.0) { $0 + exp(Double($1 - best[top]) * 30) }
    return Match(
      character: characters[top], likeness: best[top],
      confidence: 1 / total * Double(max(0, min(1, 2 * best[top]))))
  }

  /// For each glyph its greatest correlation with a window of `patch`, over all shifts.
  private func bestLikeness(in patch: [Int16], width: Int) -> [Float] {
    var best = [Float](repeating: -1, count: characters.count)
    var window = [Int16](repeating: 0, count: Self.cells)
    for dy in 0...(2 * Self.slack) {
      for dx in 0...(2 * Self.slack) {
        var (sum, squares): (Int32, Int32) = (0, 0)
        for y in 0..<OCRBGlyphs.height {
          let start = (y + dy) * width + dx
          for x in 0..<OCRBGlyphs.width {
            let value = patch[start + x]
            window[y * OCRBGlyphs.width + x] = value
            sum &+= Int32(value)
            squares &+= Int32(value) &* Int32(value)
          }
        }
        let spread = Float(squares) - Float(sum) * Float(sum) / Float(Self.cells)
        guard spread > 1 else { continue }
        let scale = 1 / (spread.squareRoot() * Self.unit)
        window.withUnsafeBufferPointer { window in
          ink.withUnsafeBufferPointer { ink in
            for glyph in best.indices {
              var product: Int32 = 0
              let start = glyph &* Self.cells
              for place in 0..<Self.cells {
                product &+= Int32(window[place]) &* Int32(ink[start &+ place])
              }
              best[glyph] = max(best[glyph], Float(product) * scale)
            }
          }
        }
      }
    }
    return best
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
