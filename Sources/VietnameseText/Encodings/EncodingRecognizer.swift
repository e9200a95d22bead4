/// Recognises old encodings of Vietnamese, paragraph by paragraph, and converts them.
///
/// Text in Unicode stays, in whatever language. A paragraph may change its encoding within; short
/// ones are read as the rest of the text is.
public struct EncodingRecognizer: Sendable {
  private let paragraphs: ParagraphRecognizer

  /// Creates a recogniser with the letters of the old encodings and a model of the language.
  public init(letters: LegacyLetters, model: LanguageModel) {
    paragraphs = ParagraphRecognizer(letters: letters, model: model)
  }

  /// `text` in Unicode; paragraphs that are in Unicode already, and those of which nothing certain
  /// can be said, stay but for their normal form.
  public func converted(_ text: [UInt8]) -> ConvertedText {
    var output = ConvertedText(text: [], paragraphs: [])
    output.text.reserveCapacity(text.count)
    let ranges = ParagraphSplitter.paragraphs(in: text)
    var readings = ranges.map { paragraphs.reading(of: text[$0], usual: []) }
    let usual = Self.usual(readings.compactMap { $0 })
    if !usual.isEmpty {
      for index in ranges.indices where !(readings[index]?.isCertain ?? false) {
        readings[index] = paragraphs.reading(of: text[ranges[index]], usual: usual)
      }
    }
    var place = 0
    var line = 1
    for (range, reading) in zip(ranges, readings) {
      Self.append(text[place..<range.lowerBound], to: &output, line: &line)
      place = range.upperBound
      let lines = text[range].count { $0 == 0x0A }
      defer { line += lines }
      guard let reading else {
        output.text += text[range]
        continue
      }
      output.text += reading.text
      // Blank lines before a paragraph count as its own.
      let blank = text[range].prefix { $0 <= 0x20 }.count { $0 == 0x0A }
      output.paragraphs.append(
        .init(
          range: range, line: line + blank, encoding: reading.encoding, isMixed: reading.isMixed,
          confidence: reading.confidence))
    }
    Self.append(text[place...], to: &output, line: &line)
    return output
  }

  /// The text of the bytes of a file in any encoding; nil when they are in none that is known.
  public func text(of bytes: [UInt8]) -> ConvertedText? {
    if let text = String(validating: bytes, as: UTF8.self) {
      return converted(Array(text.utf8))
    }
    let encoding = TextEncoding.detected(in: bytes)
    if encoding == .utf16LittleEndian || encoding == .utf16BigEndian,
      let text = encoding.text(of: bytes)
    {
      return converted(Array(text.utf8))
    }
    var shown: [UInt8] = []
    for byte in bytes { UTF8Scalar.append(WesternLetters.scalar(byte), to: &shown) }
    let result = converted(shown)
    return result.paragraphs.isEmpty ? nil : result
  }

  private static func append(
    _ text: ArraySlice<UInt8>, to output: inout ConvertedText, line: inout Int
  ) {
    output.text += text
    line += text.count { $0 == 0x0A }
  }

  /// The encodings that paragraphs are certainly in.
  private static func usual(_ readings: [ParagraphRecognizer.Reading]) -> Set<LegacyEncoding> {
    Set(readings.filter(\.isCertain).map(\.encoding)).subtracting([.decomposed])
  }
}
