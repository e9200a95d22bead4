internal import Documents

/// Reads the last item of a distribution, `Lưu: VT, QLT`: small type, behind which a typist's mark may stand.
struct FilingLine {
  /// The symbols of departments that may stand in it, those of the letter's number among them.
  let symbols: Set<String>

  /// Creates the reading of a line in which `symbols` are likely.
  init(symbols: some Sequence<String>) {
    self.symbols = Set(symbols)
  }

  /// Whether `word` begins the item, whatever the edge of the page left of it.
  static func begins(_ word: String) -> Bool {
    ["lưu", "ưu"].contains(word.lowercased().filter(\.isLetter))
  }

  /// The words of the item, in which the archive and the spaces between symbols come out badly.
  func words(_ words: [String]) -> [String] {
    guard let first = words.first, Self.begins(first) else { return words }
    // The edge of the page or a hole may take the first letter.
    let sign = first.drop { !$0.isLetter }.drop(while: \.isLetter)
    var result = (["Lưu" + sign] + words.dropFirst()).flatMap { word -> [String] in
      let parts = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1 else { return [word] }
      return parts.enumerated().compactMap { index, part in
        index < parts.count - 1 ? part + "," : part.isEmpty ? nil : part
      }
    }
    guard result.count > 1 else { return result }
    let letters = result[1].filter { $0.isLetter || $0 == "1" }
    guard letters.hasPrefix("V"), !symbols.contains(letters) else { return result }
    if let symbol = symbol(gluedTo: letters) {
      let end = result[1].drop { $0.isLetter || $0 == "1" }
      result.replaceSubrange(1...1, with: ["VT,", symbol + end])
      return result
    }
    guard let second = letters.dropFirst().first, Self.misread.contains(second) else {
      return result
    }
    let rest = letters.dropFirst(2)
    let isSeparate = result[1].contains(",") || !rest.isEmpty || result.count > 2
    result[1] = isSeparate ? "VT," : "VT" + result[1].drop { $0.isLetter }
    if !rest.isEmpty { result.insert(String(rest), at: 2) }
    return result
  }

  /// What the T of the archive, VT, and the comma behind it come out as.
  private static let misread = Set<Character>("IYTĨÍÌỊEỆẺỤDUŨỦỪ1")
  /// How many strokes the letter and the comma make at most.
  private static let most = 3

  /// The longest known symbol that ends `letters`, behind what is left of `VT,`.
  private func symbol(gluedTo letters: String) -> String? {
    symbols.filter { symbol in
      symbol.count > 1 && symbol != "VT" && letters.hasSuffix(symbol)
        && (1...(1 + Self.most)).contains(letters.count - symbol.count)
    }.max { ($0.count, $1) < ($1.count, $0) }
  }

  /// `words` without a typist's mark at their end.
  static func unmarked(_ words: [TextWord]) -> [TextWord] {
    var words = words
    if let end = end(of: words) { words.removeSubrange((end + 1)...) }
    if let mark = mark(in: words) { words.removeSubrange(mark...) }
    return words
  }

  /// The index of the word that ends the item: one with a full stop, but not the first of its symbols,
  /// behind which a comma is often read so.
  private static func end(of words: [TextWord]) -> Int? {
    let stops = words.indices.filter {
      words[$0].text.hasSuffix(".") && !begins(words[$0].text)
    }
    guard let first = stops.first else { return nil }
    let isArchive = words[first].text.filter(\.isLetter) == "VT"
    guard isArchive, first + 1 < words.count else { return first }
    let next = words[first + 1]
    // A typist's mark is smaller, and has digits.
    let isSymbol =
      next.text.contains(where: \.isLetter) && !next.text.contains(where: \.isNumber)
      && 10 * next.box.height > 7 * words[first].box.height
    return isSymbol ? stops.dropFirst().first : first
  }

  /// The index of a typist's mark whose full stop was lost: it begins with the symbol before it and goes
  /// on with how many copies there are.
  private static func mark(in words: [TextWord]) -> Int? {
    words.indices.dropFirst(2).first { index in
      let (word, symbol) = (words[index].text, words[index - 1].text.filter(\.isLetter))
      guard symbol.count > 1, symbol.allSatisfy(\.isUppercase) else { return false }
      let isLast = index == words.count - 1 && words[index - 1].text.last?.isLetter == true
      // No symbol of a department has small letters and digits.
      if isLast, index > 2, word.contains(where: \.isLowercase), word.contains(where: \.isNumber) {
        return true
      }
      let letters = word.prefix(while: \.isLetter)
      return (2...max(2, letters.count)).contains { count in
        let rest = word.dropFirst(count)
        return symbol.hasSuffix(letters.prefix(count).uppercased()) && letters.count >= count
          && rest.contains { $0.isLowercase || $0.isNumber }
      }
    }
  }
}
