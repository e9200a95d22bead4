/// Beyond which measures a capture is to be taken again: `capture.json`.
package struct CaptureLimits: Decodable, Sendable {
  /// The least height of a lower-case letter, in pixels of the source.
  var leastTextHeight: Double
  /// The greatest width of the strokes' edges, as a share of the height of a letter.
  var mostEdgeShare: Double
  /// The least brightness of the paper, 0 … 1.
  var leastBrightness: Double
  /// The least contrast of print, 0 … 1.
  var leastContrast: Double
  /// The share of a field's place that glare or a cover may take.
  var mostHiddenShare: Double
  /// The most colour that a copy in black and white has, 0 … 1.
  var mostCopyColour: Double
  /// The most of its area that such a copy has between print and paper, 0 … 1.
  var mostCopyMidtones: Double
  /// The brightness of the ground, 0 … 1, from which a card without colours is a copy on paper.
  var leastCopyBrightness: Double
  /// The least strength of a regular pattern that a screen leaves, on a logarithmic scale.
  var leastScreenPattern: Double

  /// Loads the limits from the folder of the dictionaries.
  package init(directory: String) throws {
    self = try RuleFile.decode(directory + "/capture.json")
  }
}
