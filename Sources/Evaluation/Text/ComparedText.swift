internal import VietnameseText

/// A text in the one form in which readings are scored.
///
/// The form is NFC, with the tone of open oa, oe, uy on the second vowel and every run of white space
/// as one space. Letter case, look-alikes and punctuation count.
public struct ComparedText: Hashable, Sendable {
  /// The text in that form.
  public let text: String

  /// Brings `text` into the form.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - opening: Where the part to be compared begins; the whole text counts when it has no such
  ///     words.
  ///   - removed: Characters that do not count, such as the `|` that engines make of rules.
  public init(_ text: String, from opening: String? = nil, without removed: Set<Character> = []) {
    var kept = text.normalized()
    if !removed.isEmpty { kept.removeAll(where: removed.contains) }
    kept = kept.foldingTonePlacement().foldingWhiteSpace()
    if let opening {
      kept = Self.part(of: kept, from: ComparedText(opening).text)
    }
    self.text = kept
  }

  /// What stands between spaces.
  public var words: [Substring] { text.split(separator: " ") }

  /// The characters as code points.
  public var letters: [UInt32] { text.unicodeScalars.map(\.value) }

  private static func part(of text: String, from opening: String) -> String {
    guard !opening.isEmpty else { return text }
    let bytes = Array(text.utf8)
    let sought = Array(opening.utf8)
    guard bytes.count >= sought.count else { return text }
    for start in 0...bytes.count - sought.count
    where bytes[start..<start + sought.count].elementsEqual(sought) {
      return String(decoding: bytes[start...], as: UTF8.self)
    }
    return text
  }
}
