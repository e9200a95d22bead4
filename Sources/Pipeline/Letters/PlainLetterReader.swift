internal import Documents
internal import Letters
internal import TextLayers
internal import VietnameseText

/// Reads letters that come as plain text, in whatever encoding.
struct PlainLetterReader {
  let recognizer: EncodingRecognizer
  let judge: PlainTextJudge
  let knowledge: LayerKnowledge

  /// The pages of a text file, and what is wrong with it; nil where `bytes` are no text.
  func read(_ bytes: [UInt8]) -> (pages: [PageReading], findings: [Finding])? {
    // Zeros are in no text but UTF-16.
    guard !bytes.contains(0) || Self.isMarked(bytes) else { return nil }
    guard let converted = recognizer.text(of: bytes) else {
      return ([], [Finding(.textEncodingUnknown)])
    }
    var text = String(decoding: converted.text, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let verdict = judge.verdict(on: text)
    let layer = verdict.map { note($0, converted.paragraphs) }
    let pages = LetterPage.readings(of: text).enumerated().map { index, sheet in
      var sheet = sheet
      sheet.layer = layer
      return PageReading(
        page: index + 1, image: ImageSize(width: sheet.width, height: sheet.height, dpi: 0),
        turned: 0, regions: [], sheet: sheet)
    }
    return (pages, verdict.flatMap { Self.doubt($0.reason) }.map { [Finding($0)] } ?? [])
  }

  private static func isMarked(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// What a person must know of a text that no image can prove.
  private static func doubt(_ reason: LayerReason) -> ReasonCode? {
    switch reason {
    case .glyphNoise, .noCharacterMap: .textBroken
    case .marksLost, .otherLanguage: .textRestored
    case .foreignScript: .textForeignScript
    case .undecided: .textNotVietnamese
    default: nil
    }
  }

  private func note(
    _ verdict: (decision: LayerDecision, reason: LayerReason),
    _ paragraphs: [ConvertedText.Paragraph]
  ) -> LayerNote {
    let legacy = paragraphs.filter { $0.encoding != .decomposed }
    let main = legacy.max { $0.range.count < $1.range.count }
    let reason = verdict.reason == .fluent && main != nil ? .converted : verdict.reason
    let words = knowledge.words(of: reason)
    return LayerNote(
      decision: verdict.decision.rawValue, reason: reason.rawValue, vi: words.vi, en: words.en,
      encoding: main?.encoding.rawValue,
      encodings: paragraphs.isEmpty
        ? nil
        : paragraphs.map {
          LayerNote.Encoding(
            line: $0.line, encoding: $0.encoding.rawValue, isMixed: $0.isMixed,
            confidence: ($0.confidence * 10_000).rounded() / 10_000)
        })
  }
}
