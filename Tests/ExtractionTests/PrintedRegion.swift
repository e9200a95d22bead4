import Documents

/// Draws readings of regions by hand: lines of words at given places.
struct PrintedRegion {
  var shape: RegionReading.Shape
  var width: Int
  var height: Int
  var lines: [TextLine] = []
  var zone: [TextLine] = []
  var codes: [CodeReading] = []
  var marks: [Mark] = []
  /// The height of a line and the width of a letter, in pixels.
  var lineHeight = 30
  var letterWidth = 14

  static func card() -> PrintedRegion { PrintedRegion(shape: .card, width: 1012, height: 638) }
  static func sheet() -> PrintedRegion {
    PrintedRegion(shape: .sheet, width: 2480, height: 3508, lineHeight: 44, letterWidth: 20)
  }

  /// Adds a line whose words stand apart by one letter; two spaces leave as wide a gap as tabs do.
  mutating func line(
    _ text: String, x: Int, y: Int, confidence: Double = 0.95, other: [String] = []
  ) {
    let words = words(of: text, x: x, y: y, confidence: confidence)
    guard let box = PixelBox.union(of: words.map(\.box)) else { return }
    lines.append(
      TextLine(
        box: box, words: words,
        alternatives: other.map { self.words(of: $0, x: x, y: y, confidence: confidence) }))
  }

  /// Adds a line that the engine made of several pieces of print.
  mutating func line(joining pieces: [(String, x: Int)], y: Int, confidence: Double = 0.95) {
    let words = pieces.flatMap { self.words(of: $0.0, x: $0.x, y: y, confidence: confidence) }
    guard let box = PixelBox.union(of: words.map(\.box)) else { return }
    lines.append(TextLine(box: box, words: words))
  }

  private func words(of text: String, x: Int, y: Int, confidence: Double) -> [TextWord] {
    var words: [TextWord] = []
    var left = x
    for part in text.split(separator: " ", omittingEmptySubsequences: false) {
      if part.isEmpty {
        left += 6 * letterWidth
        continue
      }
      let width = part.count * letterWidth
      words.append(
        TextWord(
          text: String(part), box: PixelBox(x: left, y: y, width: width, height: lineHeight),
          confidence: confidence))
      left += width + letterWidth
    }
    return words
  }

  mutating func machineReadable(_ lines: [String]) {
    for (index, text) in lines.enumerated() {
      let box = PixelBox(x: 30, y: 460 + 50 * index, width: 950, height: 34)
      zone.append(
        TextLine(box: box, words: [TextWord(text: text, box: box, confidence: 0.9)]))
    }
  }

  mutating func qr(_ text: String) {
    codes.append(
      CodeReading(
        symbology: .qr, text: text, box: PixelBox(x: 800, y: 40, width: 150, height: 150)))
  }

  var reading: RegionReading {
    RegionReading(
      shape: shape, width: width, height: height, lines: lines, machineReadableLines: zone,
      codes: codes, marks: marks)
  }
}
