internal import Documents

/// Where the characters of a row of fixed pitch stand.
struct FixedPitchRow {
  /// The distance between the middles of neighbours, in pixels, in the middle of the row.
  var pitch: Double
  /// The middle of the first character found.
  var start: Double
  /// By how much the distance grows from one place to the next, where the picture is not flat.
  var bend: Double
  /// How many characters the found components span.
  var count: Int
  private var end: Double
  /// The base line at column 0 and its rise per pixel.
  var baseline: (at: Double, slope: Double)
  /// The height of the tallest usual characters.
  var height: Double

  /// Fits a grid to the `components` of a row; nil when they show no regular pitch.
  init?(components: [PixelBox], rowHeight: Double) {
    let glyphs = components.filter {
      Double($0.height) > 0.5 * rowHeight && Double($0.height) < 1.5 * rowHeight
    }.sorted { $0.midX < $1.midX }
    guard glyphs.count >= 12 else { return nil }
    let steps = zip(glyphs, glyphs.dropFirst()).map { $1.midX - $0.midX }.sorted()
    let usual = steps[steps.count / 2]
    guard usual > 4 else { return nil }
    var indices: [Double] = [0]
    for (a, b) in zip(glyphs, glyphs.dropFirst()) {
      indices.append(indices[indices.count - 1] + ((b.midX - a.midX) / usual).rounded())
    }
    guard let line = Self.fitted(indices, glyphs.map(\.midX)), line.slope > 4 else { return nil }
    // What is left of a straight fit is a bow, which perspective and bent cards leave.
    let last = indices[indices.count - 1]
    let bow = zip(indices, glyphs).map { index, glyph in
      (index * (index - last), glyph.midX - line.at - line.slope * index)
    }
    let curve = Self.fitted(bow.map(\.0), bow.map(\.1)) ?? (at: 0, slope: 0)
    bend = curve.slope
    pitch = line.slope
    start = line.at + curve.at
    end = last
    count = Int(indices[indices.count - 1]) + 1
    let heights = glyphs.map { Double($0.height) }.sorted()
    let tallest = heights[heights.count * 4 / 5]
    height = tallest
    // The feet of tall characters; the filler hangs above the base line.
    let tall = glyphs.filter { Double($0.height) > 0.88 * tallest }
    guard
      let feet = Self.fitted(tall.map(\.midX), tall.map { Double($0.maxY) })
        ?? tall.first.map({ (at: Double($0.maxY), slope: 0) })
    else { return nil }
    baseline = abs(feet.slope) < 0.06 ? feet : (Self.median(tall.map { Double($0.maxY) }), 0)
  }

  /// The middle of the character at place `index`, counted from the first one found.
  func middle(of index: Int) -> Double {
    let place = Double(index)
    return start + pitch * place + bend * place * (place - end)
  }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// The straight line through the points that lies nearest to them.
  private static func fitted(_ x: [Double], _ y: [Double]) -> (at: Double, slope: Double)? {
    guard x.count >= 4 else { return nil }
    let n = Double(x.count)
    let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    let spread = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
    guard spread > 0 else { return nil }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / spread
    return (my - slope * mx, slope)
  }
}
