/// Follows the letters that count the items of a list: a), b), c), d), đ), e).
///
/// Whether a "d)" is one or a misread "đ)" shows in the item before.
struct ItemLetters {
  /// How much likelier the letter due is than others.
  private static let trust: Float = 50

  private var last: UInt8 = 0
  private var isStroke = false

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

  /// What the weight of an option is multiplied with that prints `text` where `due` is due.
  static func factor(_ text: ArraySlice<UInt8>, due: [UInt8]) -> Float {
    WordCase.small(text) == due ? trust : 1
  }
}
