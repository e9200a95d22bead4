package import Documents

/// The text that a PDF page states about itself, character by character.
package struct PageText: Sendable {
  /// One character and its place.
  package struct Character: Sendable {
    /// The scalar; a space or line feed where the library parts words and lines.
    package var scalar: Unicode.Scalar
    /// Where it stands, in pixels of the rendered page; empty for what parts words and lines.
    package var box: PixelBox
    /// The place of its font in `fonts`; −1 when it is not known.
    package var font: Int16

    /// Creates a character.
    package init(scalar: Unicode.Scalar, box: PixelBox, font: Int16) {
      self.scalar = scalar
      self.box = box
      self.font = font
    }
  }

  /// The size of the page as it is rendered, in pixels.
  package var width: Int
  /// The size of the page as it is rendered, in pixels.
  package var height: Int
  /// The resolution that the page is rendered at, in dots per inch.
  package var dpi: Int
  /// The characters in the order of the library, which follows columns.
  package var characters: [Character]
  /// The names of the fonts.
  package var fonts: [String]
  /// The share of the page that images cover, 0 … 1.
  package var imageShare: Double
  /// Whether there was more text than is kept.
  package var isCut: Bool

  /// The most characters that are kept of one page; a dense page has 6,000.
  package static let mostCharacters = 200_000

  /// Creates a text.
  package init(
    width: Int, height: Int, dpi: Int, characters: [Character], fonts: [String],
    imageShare: Double, isCut: Bool = false
  ) {
    self.width = width
    self.height = height
    self.dpi = dpi
    self.characters = characters
    self.fonts = fonts
    self.imageShare = imageShare
    self.isCut = isCut
  }
}
