/// Why a text layer is used or not; its words stand in `text-layers.json`.
package enum LayerReason: String, Codable, Sendable, CaseIterable {
  /// It reads as Vietnamese and lies on the print.
  case fluent
  /// Lines read from the image say the same.
  case confirmed
  /// It was in an old encoding and is converted.
  case converted
  /// Its broken character map was deciphered, and lines read from the image say the same.
  case deciphered
  /// It is in another writing than Latin, drawn by its own fonts.
  case foreignScript = "foreign-script"
  /// Part of the page is good text, part is none.
  case mixed
  /// The page has no text layer.
  case empty
  /// Signs and letters stand for others.
  case glyphNoise = "glyph-noise"
  /// Its fonts do not say which letters they draw.
  case noCharacterMap = "no-character-map"
  /// The marks of Vietnamese are lost.
  case marksLost = "marks-lost"
  /// An engine for another language read it.
  case otherLanguage = "other-language-ocr"
  /// It holds a watermark and nothing else.
  case watermarkOnly = "watermark-only"
  /// It holds a signature and nothing else.
  case signatureOnly = "signature-only"
  /// It holds a small part of what is printed.
  case littleOfPage = "little-of-page"
  /// It does not lie on the print: it is hidden or displaced.
  case offPrint = "off-print"
  /// The page only says that its form (XFA) cannot be shown.
  case dynamicForm = "dynamic-form"
  /// The image says something else.
  case otherText = "other-text"
  /// Nothing certain can be said of it.
  case undecided
}
