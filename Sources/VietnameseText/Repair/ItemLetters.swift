/// Follows the letters that count the items of a list: a), b), c), d), đ), e).
///
/// No word stands there, so that the letter seen is right but for one doubt: whether a "d)" is one or
/// a "đ)" shows in the item before.
struct ItemLetters {
  private var last: UInt8 = 0
  private var isStroke = false

  /// Those of `options` that the letter `seen` of an item can be; `text` tells what a surface prints.
  mutating func options(
    _ options: [LatticeOption], seen: [UInt8], text: (Int32) -> ArraySlice<UInt8>
  ) -> [LatticeOption] {
    let wanted = due(seen) ?? WordCase.small(seen)
    let kept = options.filter { WordCase.small(text($0.surface)) == wanted }
    return kept.isEmpty ? options : kept
  }

  /// The letter that an item with the letter `seen` is due to have, in small letters.
  ///
  /// Nil where any letter may be. `seen` is noted as the last item.
  mutating func due(_ seen: [UInt8]) -> [UInt8]? {
    let base = WordForm.base(of: seen)
    guard base.count == 1 else { return nil }
    defer { last = base[0] }
    guard base[0] == 0x64 else { return nil }
    if last == 0x63 {
      isStroke = false
    } else if last == 0x64, !isStroke {
      isStroke = true
    } else {
      return nil
    }
    return isStroke ? Array("đ".utf8) : [0x64]
  }
}
