internal import VietnameseText

/// A word of an address, and how strongly the text breaks before it.
struct AddressWord {
  /// The word without the signs around it.
  let core: Substring
  /// How sure it is that a new part of the address begins here, 0 … 1.
  let breakBefore: Double
  /// The unit word that it abbreviates, as `P` in `P.Bến Nghé`.
  let abbreviation: UnitWord?

  /// The words of `text`.
  static func words(of text: String) -> [AddressWord] {
    var words: [AddressWord] = []
    var pendingBreak = 1.0
    for token in text.split(whereSeparator: \.isWhitespace) {
      for (piece, isAfterComma) in pieces(of: token) {
        if isAfterComma { pendingBreak = 1 }
        guard let first = piece.firstIndex(where: isCore),
          let last = piece.lastIndex(where: isCore)
        else {
          if piece.contains(where: { "-–—/.".contains($0) }) {
            pendingBreak = max(pendingBreak, 0.5)
          }
          continue
        }
        let core = piece[first...last]
        let tail = piece[piece.index(after: last)...]
        if let dot = core.firstIndex(of: "."), let unit = UnitWord.abbreviated(core[..<dot]),
          core.index(after: dot) < core.endIndex
        {
          words.append(
            AddressWord(core: core[..<dot], breakBefore: pendingBreak, abbreviation: unit))
          words.append(
            AddressWord(
              core: core[core.index(after: dot)...], breakBefore: 0, abbreviation: nil))
        } else if let digit = core.firstIndex(where: \.isNumber), digit > core.startIndex,
          core[digit...].allSatisfy(\.isNumber),
          let unit = UnitWord.abbreviated(core[..<digit]), unit.isNumbered
        {
          words.append(
            AddressWord(core: core[..<digit], breakBefore: pendingBreak, abbreviation: unit))
          words.append(AddressWord(core: core[digit...], breakBefore: 0, abbreviation: nil))
        } else {
          let unit = UnitWord.abbreviated(core)
          let isShort = unit != nil && (tail.hasPrefix(".") || core.count == 2)
          words.append(
            AddressWord(
              core: core, breakBefore: pendingBreak, abbreviation: isShort ? unit : nil))
          if isShort {
            pendingBreak = 0
            continue
          }
        }
        pendingBreak =
          tail.contains(where: { ",;".contains($0) })
          ? 1 : tail.contains(where: { ".:-–".contains($0) }) ? 0.5 : 0
      }
    }
    return words
  }

  /// The pieces of `token` between its commas.
  private static func pieces(of token: Substring) -> [(piece: Substring, isAfterComma: Bool)] {
    var pieces: [(piece: Substring, isAfterComma: Bool)] = []
    var rest = token
    while let comma = rest.firstIndex(where: { ",;".contains($0) }) {
      let next = rest.index(after: comma)
      pieces.append((rest[..<next], !pieces.isEmpty))
      rest = rest[next...]
    }
    if !rest.isEmpty { pieces.append((rest, !pieces.isEmpty)) }
    return pieces
  }

  private static func isCore(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'" || character == "’"
  }
}
