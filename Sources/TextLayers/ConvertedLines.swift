internal import VietnameseText

/// Converts the lines of a layer that is in an old encoding.
enum ConvertedLines {
  /// The lines in Unicode, and the encoding that most of them were in.
  static func converted(
    _ lines: [LayerLine], fonts: [String], _ recognizer: EncodingRecognizer
  ) -> ([LayerLine], LegacyEncoding?) {
    let text = lines.map(\.text).joined(separator: "\n")
    let converted = recognizer.converted(Array(text.utf8))
    let found = converted.paragraphs.filter { $0.encoding != .decomposed }
    guard let main = found.max(by: { $0.range.count < $1.range.count }) else { return (lines, nil) }
    let texts = String(decoding: converted.text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard texts.count == lines.count else { return (lines, nil) }
    let capitals = fonts.map(hasCapitalsOnly)
    let changed = zip(lines, texts).map { line, text in
      let words = text.split(separator: " ")
      guard words.count == line.words.count else { return line }
      var line = line
      for (index, word) in words.enumerated() {
        let font = Int(line.words[index].font)
        let isCapital = capitals.indices.contains(font) && capitals[font]
        line.words[index].text = isCapital ? word.uppercased() : String(word)
      }
      return line
    }
    return (changed, main.encoding)
  }

  /// Fonts such as `.VnTimeH` draw capitals from the codes of small letters.
  private static func hasCapitalsOnly(_ font: String) -> Bool {
    let name = font.split(separator: "+").last.map(String.init) ?? font
    return name.hasPrefix(".Vn")
      && name.prefix { $0 != "," && $0 != "-" && $0 != " " }.hasSuffix("H")
  }
}
