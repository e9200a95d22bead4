import Documents
import Imaging
import TestSupport

/// A drawing of bars for text on paper, for tests of preparation.
struct Sketch {
  private(set) var plane: GrayPlane

  init(width: Int, height: Int, ground: UInt8 = 255) {
    plane = GrayPlane(width: width, height: height, filledWith: ground)
  }

  /// Paints what `brightness` gives for each pixel's place; nil leaves the pixel as it is.
  mutating func paint(_ brightness: (PixelPoint) -> UInt8?) {
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        if let value = brightness(PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5)) {
          plane[x, y] = value
        }
      }
    }
  }

  /// Paints a rectangle.
  mutating func fill(_ box: PixelBox, with value: UInt8) {
    for y in max(0, box.y)..<min(plane.height, box.maxY) {
      for x in max(0, box.x)..<min(plane.width, box.maxX) { plane[x, y] = value }
    }
  }

  /// Changes each pixel by up to `levels` either way.
  mutating func addNoise(_ levels: Int, using random: inout SplitMix64) {
    for index in plane.bytes.indices {
      let value = Int(plane.bytes[index]) + Int.random(in: -levels...levels, using: &random)
      plane.bytes[index] = UInt8(clamping: value)
    }
  }

  /// The drawing as a gray page.
  func page(dpi: Int = 0) throws -> PageImage {
    try PageImage(grayBytes: plane.bytes, width: plane.width, height: plane.height, dpi: dpi)
  }
}

/// Lines of hollow boxes like letters, in words: which places of an area are ink.
struct LetterText {
  /// The left ends of the letters along each line.
  private let lines: [[Double]]
  private let letterHeight: Double
  private let pitch: Double

  /// Fills `lineCount` lines of about `width` pixels with words of letters.
  init(
    lineCount: Int, width: Double, letterHeight: Double, pitch: Double,
    using random: inout SplitMix64
  ) {
    self.letterHeight = letterHeight
    self.pitch = pitch
    var lines: [[Double]] = []
    for _ in 0..<lineCount {
      var letters: [Double] = []
      var x = 0.0
      let end = width * Double.random(in: 0.55...1, using: &random)
      while x < end {
        for _ in 0..<Int.random(in: 2...7, using: &random) {
          letters.append(x)
          x += letterHeight * Double.random(in: 1.1...1.25, using: &random)
        }
        x += letterHeight * 0.8
      }
      lines.append(letters)
    }
    self.lines = lines
  }

  /// Whether the place, from the text's top left corner, is ink.
  func isInk(_ point: PixelPoint) -> Bool {
    let line = Int((point.y / pitch).rounded(.down))
    let y = point.y - Double(line) * pitch
    guard line >= 0, line < lines.count, y < letterHeight else { return false }
    let letters = lines[line]
    var (low, high) = (0, letters.count)
    while low < high {
      let middle = (low + high) / 2
      if letters[middle] <= point.x { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let x = point.x - letters[low - 1]
    let stroke = letterHeight / 5
    let isInside =
      x > stroke && x < letterHeight - stroke && y > stroke && y < letterHeight - stroke
    return x < letterHeight && !isInside
  }
}
