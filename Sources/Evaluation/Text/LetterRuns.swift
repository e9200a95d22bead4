/// The runs of letters of a text, or of letters and digits, and where they stand.
struct LetterRuns {
  /// One run.
  struct Run {
    /// Where it stands, in UTF-8 bytes from the beginning of the text.
    var range: Range<Int>
    var text: Substring
  }

  var runs: [Run] = []

  /// Finds the runs of letters in `text`; of letters and digits when `withDigits`.
  init(in text: String, withDigits: Bool = false) {
    var start: String.Index?
    var startOffset = 0
    var offset = 0
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      let belongs =
        scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
        || withDigits && scalar.properties.numericType != nil
      if belongs, start == nil {
        start = index
        startOffset = offset
      } else if !belongs, let begun = start {
        runs.append(Run(range: startOffset..<offset, text: text[begun..<index]))
        start = nil
      }
      offset += UTF8.width(scalar)
    }
    if let start { runs.append(Run(range: startOffset..<offset, text: text[start...])) }
  }

  /// The runs' texts.
  var texts: [Substring] { runs.map(\.text) }
}
