/// A memo in parts, before its sender's bank lays hands on it.
struct MemoDraft {
  /// What a part is.
  enum Kind: Hashable {
    case purpose, label, name, number, phone, extra
  }

  var parts: [(kind: Kind, text: String)] = []
  /// What stands between a part and the next one.
  var separators: [String] = []

  mutating func append(_ kind: Kind, _ text: String, behind separator: String) {
    if !parts.isEmpty { separators.append(separator) }
    parts.append((kind, text))
  }

  /// The text, and the kind of each of its characters; nil for what stands between.
  var characters: [(Character, Kind?)] {
    var result: [(Character, Kind?)] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { result += separators[index - 1].map { ($0, nil) } }
      result += part.text.map { ($0, part.kind) }
    }
    return result
  }
}
