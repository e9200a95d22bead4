/// What letters are seen as whose likes were seen so: letters with the same base, and letters with
/// the same marks.
struct Relatives {
  private let alphabet: ChannelAlphabet
  /// What the letters of one base and case were seen as, other than themselves.
  private var families: [UInt16: [UInt32: Float]] = [:]
  /// Which marks were seen for which, whatever the base.
  private var marks: [UInt16: [UInt16: Float]] = [:]
  private var familySums: [UInt16: Float] = [:]
  private var markSums: [UInt16: Float] = [:]

  /// Counts over all written letters of what was seen for each.
  init(alphabet: ChannelAlphabet, counts: [(truth: UInt8, seen: UInt32, count: Float)]) {
    self.alphabet = alphabet
    for (truth, seen, count) in counts where UInt32(truth) != seen {
      guard let letter = letter(UInt32(truth)), Self.marks(of: letter) != 0 else { continue }
      families[Self.family(of: letter), default: [:]][seen, default: 0] += count
      familySums[Self.family(of: letter), default: 0] += count
      guard let other = self.letter(seen), Self.family(of: other) == Self.family(of: letter)
      else { continue }
      marks[Self.marks(of: letter), default: [:]][Self.marks(of: other), default: 0] += count
      markSums[Self.marks(of: letter), default: 0] += count
    }
  }

  /// How likely each reading of the letter `code` is by its relatives, when it is not seen as itself.
  func shares(of code: UInt8) -> [UInt32: Float] {
    guard let letter = letter(UInt32(code)), Self.marks(of: letter) != 0 else { return [:] }
    var shares: [UInt32: Float] = [:]
    let family = Self.family(of: letter)
    if let seen = families[family], let sum = familySums[family] {
      for (seen, count) in seen where count > 1 && seen != UInt32(code) {
        shares[seen] = 0.5 * count / sum
      }
    }
    guard let changed = marks[Self.marks(of: letter)], let sum = markSums[Self.marks(of: letter)]
    else { return shares }
    for other in 1..<alphabet.count {
      guard let found = self.letter(UInt32(other)), Self.family(of: found) == family,
        let count = changed[Self.marks(of: found)], other != Int(code)
      else { continue }
      shares[UInt32(other), default: 0] += 0.5 * count / sum
    }
    return shares
  }

  private func letter(_ key: UInt32) -> Letter? {
    guard key > 0, key < 256, let scalar = alphabet.letter(UInt8(key)) else { return nil }
    return LetterTable.shared.letter(UInt32(scalar))
  }

  private static func family(of letter: Letter) -> UInt16 {
    UInt16(letter.base) | (letter.isUppercase ? 0x100 : 0)
  }

  /// Marks and case in one number; 0 for a small letter without marks.
  private static func marks(of letter: Letter) -> UInt16 {
    let marks = UInt16(letter.quality.rawValue) << 3 | UInt16(letter.tone.rawValue)
    return marks == 0 ? 0 : marks | (letter.isUppercase ? 0x100 : 0)
  }
}
