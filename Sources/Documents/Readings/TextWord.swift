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
}
