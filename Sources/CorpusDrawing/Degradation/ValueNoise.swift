import Foundation

/// Random hills over a plane: one height for each crossing of a grid, smooth between them.
struct ValueNoise {
  private let columns: Int
  private let heights: [Float]
  private let cell: Float

  /// Hills from -1 to 1, `cell` pixels apart, over a picture of the given size.
  init(width: Int, height: Int, cell: Double, with random: inout SplitMix64) {
    self.cell = Float(max(cell, 1))
    columns = Int(Double(width) / max(cell, 1)) + 2
    let rows = Int(Double(height) / max(cell, 1)) + 2
    heights = (0..<(columns * rows)).map { _ in Float(random.between(-1, 1)) }
  }

  /// The heights along row `y`, one for each of `line`.
  func fill(_ line: inout [Float], row y: Int) {
    let place = Float(y) / cell
    let above = Int(place)
    let low = place - Float(above)
    let crossings = (0..<columns).map { column in
      heights[above * columns + column] * (1 - low)
        + heights[(above + 1) * columns + column] * low
    }
    for x in line.indices {
      let across = Float(x) / cell
      let left = Int(across)
      let right = across - Float(left)
      line[x] = crossings[left] * (1 - right) + crossings[left + 1] * right
    }
  }
}
