/// A text prepared for measuring its distance to others: letter case and kinds of space are gone.
public struct FoldedLetters: Hashable, Sendable {
  /// One code per character: base, quality and tone of a letter, or the scalar's own value above.
  let codes: [UInt16]

  /// Prepares `text`, which should be in NFC.
  public init(_ text: some StringProtocol) {
    let table = LetterTable.shared
    var codes: [UInt16] = []
    codes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let code = table.foldedCode(scalar.value)
      if code != 0 {
        codes.append(code)
      } else if scalar.properties.isWhitespace {
        if codes.last != Self.space, !codes.isEmpty { codes.append(Self.space) }
      } else {
        codes.append(Self.other | UInt16(truncatingIfNeeded: scalar.value & 0x3FFF))
      }
    }
    if codes.last == Self.space { codes.removeLast() }
    self.codes = codes
  }

  /// How many characters there are.
  public var count: Int { codes.count }

  static let space: UInt16 = 0x8000 | 0x20
  static let other: UInt16 = 0x8000
}
