/// A word as the engine read it.
public struct TextWord: Hashable, Codable, Sendable {
  /// The letters.
  public var text: String
  /// Where it stands, in pixels of its region.
  public var box: PixelBox
  /// The engine's own confidence, 0 … 1, not calibrated.
  public var confidence: Double

  /// Creates a word.
  public init(text: String, box: PixelBox, confidence: Double) {
    self.text = text
    self.box = box
    self.confidence = confidence
  }

  /// The word, which stands in pixels of `area` alone, in pixels of what `area` is cut from.
  public func placed(in area: PixelBox) -> TextWord {
    TextWord(text: text, box: box.placed(in: area), confidence: confidence)
  }
}
