import Foundation
import VietnameseText

/// Counts what became of paragraphs.
struct EncodingScores {
  let recognizer: EncodingRecognizer
  let letters: LegacyLetters
  let showsErrors: Bool
  private(set) var hasFailed = false

  init(recognizer: EncodingRecognizer, letters: LegacyLetters, showsErrors: Bool) {
    self.recognizer = recognizer
    self.letters = letters
    self.showsErrors = showsErrors
  }

  /// Prints the share of `paragraphs` whose encoding is recognised, and of words that come back.
  mutating func measure(_ damage: Damage, _ paragraphs: [String]) {
    var total = 0
    var recognized = 0
    var words = 0
    var right = 0
    var rightFolded = 0
    var unsure = 0
    for paragraph in paragraphs {
      guard let (shown, wanted) = damage.applied(to: paragraph, letters) else { continue }
      total += 1
      let converted = recognizer.converted(Array(shown.utf8))
      let found = converted.paragraphs.first
      if found.map({ damage.expected.contains($0.encoding) }) ?? false {
        recognized += 1
      } else if showsErrors {
        print("  \(found?.encoding.rawValue ?? "none"): \(shown.prefix(120))")
      }
      if let found, found.confidence < 0.99 { unsure += 1 }
      let wantedWords = wanted.split(separator: " ")
      let words2 = String(decoding: converted.text, as: UTF8.self).split(separator: " ")
      words += wantedWords.count
      for (a, b) in zip(wantedWords, words2) {
        if a == b { right += 1 } else if showsErrors { print("    \(a) → \(b)") }
        if a.lowercased() == b.lowercased() { rightFolded += 1 }
      }
    }
    print(
      String(
        format: "%-44@ %6d paragraphs: recognised %.2f %%, words exact %.2f %% (any case %.2f %%), "
          + "confidence below 0.99: %d",
        damage.rawValue as NSString, total, share(recognized, total), share(right, words),
        share(rightFolded, words), unsure))
    if Double(recognized) < 0.999 * Double(total) { hasFailed = true }
  }

  /// Prints how many of `paragraphs`, which are in Unicode, change.
  mutating func measureClean(_ paragraphs: [String], name: String) {
    var changed = 0
    for paragraph in paragraphs {
      let converted = recognizer.converted(Array(paragraph.utf8))
      guard converted.text != Array(paragraph.utf8) else { continue }
      changed += 1
      if showsErrors { print("  changed: \(paragraph.prefix(160))") }
    }
    print("Unicode, \(name): \(changed) of \(paragraphs.count) paragraphs changed")
    if changed > 0 { hasFailed = true }
  }

  /// Prints how fast clean text and text in TCVN3 pass.
  func measureSpeed(_ paragraphs: [String]) {
    let clean = Array(paragraphs.prefix(2000).joined(separator: "\n\n").utf8)
    let legacy = Array(
      letters.shown(String(decoding: clean, as: UTF8.self), in: .tcvn3).utf8)
    for (name, text) in [("Unicode", clean), ("TCVN3", legacy)] {
      let time = ContinuousClock().measure { _ = recognizer.converted(text) }
      print(
        String(
          format: "%@: %.1f MB/s", name as NSString,
          Double(text.count) / 1e6 / (time / .seconds(1))))
    }
  }

  private func share(_ part: Int, _ whole: Int) -> Double {
    100 * Double(part) / Double(max(1, whole))
  }
}
