/// A sentence with `{placeholders}`, and parts in square brackets that stand or fall with theirs.
struct SentenceTemplate {
  private let template: String

  init(_ template: String) { self.template = template }

  /// The sentence with `words` in their places; a placeholder outside brackets without a word
  /// becomes a dash.
  func filled(with words: [String: String]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "[") {
      result += Self.fill(rest[..<open], words) ?? ""
      guard let close = rest[open...].firstIndex(of: "]") else { break }
      result += Self.fill(rest[rest.index(after: open)..<close], words, isOptional: true) ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return result + (Self.fill(rest, words) ?? "")
  }

  private static func fill(
    _ part: Substring, _ words: [String: String], isOptional: Bool = false
  ) -> String? {
    var result = ""
    var rest = part
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let word = words[String(rest[rest.index(after: open)..<close])]
      if word == nil, isOptional { return nil }
      result += word ?? "–"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
