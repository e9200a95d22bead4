package import Documents
package import VietnameseText

/// What is known of the text layer of one page.
package struct PageLayer: Sendable, Codable {
  /// Whether it can be used.
  package var decision: LayerDecision
  /// Why.
  package var reason: LayerReason
  /// The size of the page as it is rendered, in pixels; boxes count in them.
  package var size: ImageSize
  /// The lines that can be trusted, in reading order, with the boxes of their words.
  package var lines: [TextLine]
  /// The drawn lines of tables, where the layer is used.
  package var rules: [PixelBox]
  /// What must be read from the image: nothing, the whole page, or parts of it.
  package var regions: [PixelBox]
  /// The parts of the page that were judged apart, on a mixed page.
  package var blocks: [Block]
  /// The old encoding that it was in.
  package var encoding: LegacyEncoding?
  /// How far lines read from the image agree, 0 … 1; nil when none was read.
  package var agreement: Double?

  /// A part of a mixed page.
  package struct Block: Sendable, Codable {
    /// Where it stands, in pixels.
    package var box: PixelBox
    /// Whether its lines can be used.
    package var decision: LayerDecision
    /// Why.
    package var reason: LayerReason
  }
}
