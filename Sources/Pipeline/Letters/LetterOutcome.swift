package import Documents

/// Everything found in a file that was read as a letter.
package struct LetterOutcome: Sendable {
  /// The letter as a document with fields, verdict and reasons.
  package var result: SourceResult
  /// Its text.
  package var text: LetterText

  /// Creates an outcome.
  package init(result: SourceResult, text: LetterText) {
    self.result = result
    self.text = text
  }
}
