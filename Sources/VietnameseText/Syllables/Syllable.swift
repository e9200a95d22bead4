/// A syllable of Vietnamese: onset, rime and tone.
public struct Syllable: Hashable, Sendable {
  /// The consonants before the vowel, in small letters; empty when there are none.
  public let onset: String
  /// The vowel and what follows, in small letters without tone.
  public let rime: String
  /// The tone.
  public let tone: Tone

  /// Takes `word` apart; nil when it cannot be a syllable of Vietnamese.
  ///
  /// The word should be in NFC; where the tone mark stands does not matter.
  public init?(_ word: some StringProtocol) {
    var tone = Tone.level
    var letters = ""
    for scalar in word.unicodeScalars {
      guard let letter = Letter(scalar), letter.quality != .foreign else { return nil }
      if letter.tone != .level {
        guard tone == .level else { return nil }
        tone = letter.tone
      }
      let plain = Letter(
        base: letter.base, quality: letter.quality, tone: .level, isUppercase: false)
      letters.unicodeScalars.append(plain.scalar)
    }
    guard (1...7).contains(letters.count) else { return nil }
    for onset in Self.onsets where letters.hasPrefix(onset) {
      let rime = String(letters.dropFirst(onset.count))
      guard Self.join(onset, rime) else { continue }
      if rime.hasSuffix("c") || rime.hasSuffix("ch") || rime.hasSuffix("p") || rime.hasSuffix("t") {
        guard tone == .sac || tone == .nang else { return nil }
      }
      self.onset = onset
      self.rime = rime
      self.tone = tone
      return
    }
    return nil
  }

  private static func join(_ onset: String, _ rime: String) -> Bool {
    guard rimes.contains(rime), let vowel = rime.first else { return false }
    let isFront = "ieêy".contains(vowel)
    switch onset {
    case "k", "gh", "ngh": return isFront
    case "c", "ng": return !isFront
    case "g": return !isFront || vowel == "i"
    case "qu": return "aăâeêiôơy".contains(vowel)
    case "gi": return vowel != "y" && !rime.hasPrefix("ia")
    default: return true
    }
  }

  // Longest first, so that `ngh` is tried before `ng` and `n`; `giêng` is found as g + iêng.
  private static let onsets = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
  ]

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
    on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych
    uynh uyn uyt uyp uyu uyên uyêt ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych ynh yn yt
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}

extension String {
  /// The share of the words of letters that are syllables of Vietnamese, 0 … 1; nil without words.
  ///
  /// A text layer whose letters are scrambled, or a reading of noise, has a low share.
  public var shareOfSyllables: Double? {
    let words = normalized().split { !($0.isLetter || $0.isNumber) }
      .filter { $0.contains(where: \.isLetter) }
    guard !words.isEmpty else { return nil }
    return Double(words.count { Syllable($0) != nil }) / Double(words.count)
  }
}
