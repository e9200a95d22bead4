internal import Documents
internal import Imaging
internal import Recognition
internal import Rendering
internal import VietnameseText

/// Reads lines of a page from its image, to hold the text layer against them.
struct LineWitness {
  /// What a line read from the image says of the layer's line.
  struct Opinion {
    /// How far the letters agree, 0 … 1.
    var agreement: Double
    /// How far they agree without marks and capitals, 0 … 1.
    var bareAgreement: Double
    /// How far the digits agree, 0 … 1; nil where there are few.
    var digitAgreement: Double?
    /// Letters of the longer of both.
    var letters: Int
    /// The engine's confidence, 0 … 1.
    var confidence: Double
  }

  let reader: LineTextReader

  /// The most pixels in a line that is read.
  private static let widest = 4_000

  /// Reads `line` from the page `map`; nil where there is nothing to read.
  func opinion(of line: LayerLine, on map: InkMap) throws(RecognitionError) -> Opinion? {
    guard let read = try reading(of: line, on: map) else { return nil }
    return Self.compared(line.text, read.text.normalized(), confidence: read.confidence)
  }

  /// What stands where `line` lies, by the page `map`; nil where there is nothing to read.
  func reading(of line: LayerLine, on map: InkMap) throws(RecognitionError) -> TextLine? {
    let box = line.box
    guard box.height > 0 else { return nil }
    let room = box.height / 8
    let wanted = PixelBox(
      x: Int(Double(box.x - box.height / 3) * map.scale),
      y: Int(Double(box.y - room) * map.scale),
      width: Int(Double(box.width + 2 * box.height / 3) * map.scale),
      height: Int(Double(box.height + 2 * room) * map.scale))
    let area = wanted.intersection(PixelBox(x: 0, y: 0, width: map.width, height: map.height))
    guard area.width >= 8, area.height >= 6, area.width <= Self.widest,
      let image = Self.cut(area, from: map)
    else { return nil }
    let words = try reader.words(in: image, height: Int(Double(box.height) * map.scale))
    return TextLine(box: area, words: words)
  }

  private static func cut(_ area: PixelBox, from map: InkMap) -> PageImage? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(area.width * area.height)
    for y in area.y..<area.maxY {
      let start = y * map.width + area.x
      bytes += map.pixels[start..<start + area.width]
    }
    return try? PageImage(grayBytes: bytes, width: area.width, height: area.height, dpi: 200)
  }

  static func compared(_ layer: String, _ read: String, confidence: Double) -> Opinion {
    let folded = [layer, read].map { Self.letters($0.foldingTonePlacement()) }
    let bare = [layer, read].map { Self.letters($0.strippingMarks()) }
    let digits = folded.map { $0.filter { (0x30...0x39).contains($0) } }
    return Opinion(
      agreement: agreement(folded[0], folded[1]), bareAgreement: agreement(bare[0], bare[1]),
      digitAgreement: max(digits[0].count, digits[1].count) >= 4
        ? agreement(digits[0], digits[1]) : nil,
      letters: max(folded[0].count, folded[1].count), confidence: confidence)
  }

  /// Small letters and digits; spaces and signs are read too unevenly to be held against a layer.
  private static func letters(_ text: String) -> [UInt32] {
    text.lowercased().unicodeScalars
      .filter { $0.properties.isAlphabetic || (0x30...0x39).contains($0.value) }.prefix(200)
      .map(\.value)
  }

  /// 1 − edit distance ÷ the longer length; 1 for two empty ones.
  private static func agreement(_ first: [UInt32], _ second: [UInt32]) -> Double {
    let longer = max(first.count, second.count)
    guard longer > 0 else { return 1 }
    return 1 - Double(first.editDistance(to: second)) / Double(longer)
  }
}
