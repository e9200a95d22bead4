/// A line of print as the engine read it, with other readings of the same print.
public struct TextLine: Hashable, Codable, Sendable {
  /// Where it stands, in pixels of its region.
  public var box: PixelBox
  /// The words from left to right; empty when nothing was readable.
  public var words: [TextWord]
  /// Independent readings of the same print: from another rendition of the image or another model.
  public var alternatives: [[TextWord]]

  /// Creates a line.
  public init(box: PixelBox, words: [TextWord], alternatives: [[TextWord]] = []) {
    self.box = box
    self.words = words
    self.alternatives = alternatives
  }

  /// The words joined by single spaces.
  public var text: String { words.map(\.text).joined(separator: " ") }

  /// The mean engine confidence over letters, 0 … 1.
  public var confidence: Double {
    let letters = words.reduce(0) { $0 + $1.text.count }
    guard letters > 0 else { return 0 }
    return words.reduce(0) { $0 + $1.confidence * Double($1.text.count) } / Double(letters)
  }
}
