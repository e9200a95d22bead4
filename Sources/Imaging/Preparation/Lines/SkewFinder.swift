internal import Glibc

/// Finds by how much lines of print lean, from where strokes end at the bottom.
struct SkewFinder: Sendable {
  /// The lean of the lines.
  struct Skew: Hashable, Sendable {
    /// Degrees by which lines fall to the right (clockwise); turning back by it makes them level.
    var degrees: Double
    /// How much sharper the lines stand out at this angle than at the others; about 1 is chance.
    var sharpness: Double
    /// How sharply lines stand out at this angle for the amount of ink; compares two directions.
    var strength: Double
  }

  /// The largest lean looked for.
  var range = 6.0

  /// The skew of the lines in `map`; nil when there is too little ink to tell.
  func skew(of map: InkMap) -> Skew? {
    let points = lowerEnds(of: map)
    guard points.count >= 40 else { return nil }
    let slopes: [Double] = Array(stride(from: -range, through: range, by: 0.5))
    let scores = slopes.map { score(points, degrees: $0, bin: 2, in: map) }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return nil }
    let mean = scores.sorted()[scores.count / 2]
    var angle = slopes[best]
    var step = 0.25
    while step > 0.02 {
      let bin: Float = step > 0.1 ? 1.5 : 1
      let tries = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map { angle + $0 * step }
      let results = tries.map { score(points, degrees: $0, bin: bin, in: map) }
      if let winner = results.indices.max(by: { results[$0] < results[$1] }) {
        angle = tries[winner]
      }
      step /= 2
    }
    let final = score(points, degrees: angle, bin: 2, in: map)
    return Skew(
      degrees: angle, sharpness: mean > 0 ? final / mean : 1,
      strength: final / Double(points.count))
  }

  /// Ink pixels with paper below: mostly baselines.
  private func lowerEnds(of map: InkMap) -> [(x: Float, y: Float)] {
    var points: [(x: Float, y: Float)] = []
    let width = map.width
    map.pixels.withUnsafeBufferPointer { pixels in
      guard map.height > 2 else { return }
      for y in 1..<(map.height - 1) {
        for x in 0..<width {
          let index = y &* width &+ x
          if pixels[index] != 0, pixels[index &+ width] == 0 {
            points.append((Float(x), Float(y)))
          }
        }
      }
    }
    let most = 60_000
    guard points.count > most else { return points }
    let every = Double(points.count) / Double(most)
    return (0..<most).map { points[Int(Double($0) * every)] }
  }

  /// The energy of the differences between neighbouring rows when lines lean by `degrees`.
  private func score(_ points: [(x: Float, y: Float)], degrees: Double, bin: Float, in map: InkMap)
    -> Double
  {
    let slope = Float(tan(degrees * .pi / 180))
    let reach = Float(map.width) * abs(slope)
    let bins = Int((Float(map.height) + 2 * reach) / bin) + 4
    var rows = [Float](repeating: 0, count: bins)
    rows.withUnsafeMutableBufferPointer { rows in
      for point in points {
        let place = (point.y - slope * point.x + reach) / bin
        let row = Int(place)
        let part = place - Float(row)
        rows[row] += 1 - part
        rows[row + 1] += part
      }
    }
    var energy = 0.0
    for row in 1..<bins {
      let difference = Double(rows[row] - rows[row - 1])
      energy += difference * difference
    }
    return energy
  }
}
