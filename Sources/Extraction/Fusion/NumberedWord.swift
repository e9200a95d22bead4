import Documents

/// Numbers behind words that are always numbered: "Khu phố I" is "Khu phố 1".
enum NumberedWord {
  private static let words: Set<String> = [
    "phố", "tổ", "ấp", "thôn", "đội", "xóm", "khóm", "khu", "phường", "quận", "số", "lô",
  ]

  /// The address with a lone stroke behind such a word read as the digit 1.
  static func repaired(_ text: String) -> (value: String, repairs: [Repair]) {
    var tokens = text.split(separator: " ").map(String.init)
    var repairs: [Repair] = []
    // A house number opens an address with a capital, which looks like the small letter.
    if tokens.count > 1, tokens[0] == "số" {
      repairs.append(Repair(from: "số", to: "Số", why: "confusable", probability: 0.9))
      tokens[0] = "Số"
    }
    for index in tokens.indices.dropFirst() {
      let core = tokens[index].trimming { ",.;".contains($0) }
      guard ["I", "l", "|", "!", "ì", "Ì", "í"].contains(core),
        words.contains(tokens[index - 1].lowercased())
      else { continue }
      let tail = tokens[index].dropFirst(core.count)
      repairs.append(Repair(from: core, to: "1", why: "confusable", probability: 0.95))
      tokens[index] = "1" + tail
    }
    return (tokens.joined(separator: " "), repairs)
  }
}
