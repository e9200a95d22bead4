/// The places of phrases in one text, each phrase sought once.
struct PhraseIndex {
  let text: [UInt8]
  private var known: [String: [PhraseMatcher.Match]] = [:]

  init(text: [UInt8]) { self.text = text }

  /// The places of `phrase`, tolerant of misread letters.
  mutating func matches(of phrase: String) -> [PhraseMatcher.Match] {
    if let matches = known[phrase] { return matches }
    let matches = PhraseMatcher(phrase).matches(in: text)
    known[phrase] = matches
    return matches
  }
}
