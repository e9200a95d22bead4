internal import Documents

/// Reads a six that stands alone, which the engine takes for a letter: `ó tháng đầu năm`.
enum LoneSix {
  /// Words that a number stands behind, and before.
  private static let before: Set<String> = [
    "tháng", "ngày", "quý", "số", "điều", "khoản", "lớp", "gồm", "mục", "phần",
  ]
  private static let behind: Set<String> = [
    "tháng", "ngày", "năm", "người", "tuổi", "đơn", "lần", "giờ", "xã", "huyện", "phường",
  ]

  /// `words` with the number where a letter stands that is no word.
  static func read(_ words: [TextWord]) -> [TextWord] {
    words.indices.map { index in
      var word = words[index]
      guard ["ó", "ó,", "ó;", "ó."].contains(word.text) else { return word }
      let last = index > 0 ? words[index - 1].text.lowercased() : ""
      let next = index + 1 < words.count ? words[index + 1].text.lowercased() : ""
      guard before.contains(last) || behind.contains(PhraseSearch.trimmed(next)) else {
        return word
      }
      word.text = "6" + word.text.dropFirst()
      return word
    }
  }
}
