internal import Documents
internal import Rendering

/// Finds the drawn lines of tables on a page.
enum InkRules {
  /// What is darker than this may be a fine line between two pixels.
  private static let threshold: UInt8 = 205
  /// Shorter runs of ink are letters and underlines, in inches.
  private static let shortest = 0.5
  /// Thicker ones are pictures, in inches.
  private static let thickest = 0.05

  /// The level and the upright rules on `map`, in pixels of the page.
  static func rules(on map: InkMap) -> [PixelBox] {
    let inch = Double(map.height) / 11.7
    let least = max(16, Int(shortest * inch))
    let most = max(3, Int(thickest * inch))
    let level = rules(length: map.width, lines: map.height, least: least, most: most) {
      map.pixels[$0 * map.width + $1] < threshold
    }
    let upright = rules(length: map.height, lines: map.width, least: least, most: most) {
      map.pixels[$1 * map.width + $0] < threshold
    }
    func onPage(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> PixelBox {
      func scaled(_ value: Int) -> Int { Int((Double(value) / map.scale).rounded()) }
      return PixelBox(
        x: scaled(x), y: scaled(y), width: max(1, scaled(width)), height: max(1, scaled(height)))
    }
    return level.map { onPage($0.start, $0.first, $0.end - $0.start, $0.last + 1 - $0.first) }
      + upright.map { onPage($0.first, $0.start, $0.last + 1 - $0.first, $0.end - $0.start) }
  }

  /// Runs of ink on neighbouring lines of pixels.
  private struct Rule {
    var start: Int
    var end: Int
    var first: Int
    var last: Int
  }

  private static func rules(
    length: Int, lines: Int, least: Int, most: Int, isInk: (Int, Int) -> Bool
  ) -> [Rule] {
    var rules: [Rule] = []
    var open: [Rule] = []
    for line in 0..<lines {
      var going: [Rule] = []
      var start = 0
      for place in 0...length where place == length || !isInk(line, place) {
        if place - start >= least {
          var rule = Rule(start: start, end: place, first: line, last: line)
          if let before = open.firstIndex(where: { $0.start < place && $0.end > start }) {
            let other = open.remove(at: before)
            rule.first = other.first
            (rule.start, rule.end) = (min(start, other.start), max(place, other.end))
          }
          going.append(rule)
        }
        start = place + 1
      }
      rules += open
      open = going
    }
    return (rules + open).filter { $0.last - $0.first < most }
  }
}
