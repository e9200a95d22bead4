package import Documents

/// What a letter says beside its fields, and where its words stand: what travels from a worker to
/// whoever writes it out.
package struct LetterText: Codable, Hashable, Sendable {
  /// A page with its words.
  package struct Sheet: Codable, Hashable, Sendable {
    /// The 1-based page.
    package var page: Int
    /// The upright page: boxes are in its pixels.
    package var image: ImageSize
    /// Whether the words were read from the image or taken from the text layer.
    package var source: FieldSource
    /// What was decided about the text layer, and why; nil where there can be none.
    package var layer: LayerNote?
    /// The lines with their words; empty for a text without places.
    package var lines: [[TextWord]]

    /// Creates a page.
    package init(
      page: Int, image: ImageSize, source: FieldSource, layer: LayerNote? = nil,
      lines: [[TextWord]]
    ) {
      self.page = page
      self.image = image
      self.source = source
      self.layer = layer
      self.lines = lines
    }
  }

  /// What follows the signature.
  package struct Annex: Codable, Hashable, Sendable {
    /// What its first line says.
    package var title: String
    /// The 1-based page on which it begins.
    package var page: Int
    /// Its paragraphs.
    package var paragraphs: [String]
  }

  /// The paragraphs between head and signature.
  package var body: [String] = []
  /// What stamps say about urgency and secrecy.
  package var stamps: [String] = []
  /// What follows the signature.
  package var annexes: [Annex] = []
  /// The fields that the paper leaves blank.
  package var blankFields: [FieldKey] = []
  /// How many words were repaired.
  package var repairs = 0
  /// The pages in order.
  package var sheets: [Sheet] = []

  /// Creates the text of a file that says nothing.
  package init() {}
}
