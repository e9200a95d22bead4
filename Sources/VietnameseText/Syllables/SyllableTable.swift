/// Every onset and rime of Vietnamese that can stand together; built once, read-only.
///
/// The parts are those of the dictionaries, with what loanwords and place names have added (`pin`,
/// `xe buýt`, `boong`). About 2,300 of the joins are in use; what the rules of spelling and of
/// sound forbid is left out, what is only unheard of is not.
struct SyllableTable: Sendable {
  /// What a syllable without its tone consists of.
  struct Parts: Sendable {
    let onset: String
    let rime: String
    /// Whether it ends in p, t, c or ch, and so bears sắc or nặng only.
    let isStopped: Bool
  }

  static let shared = SyllableTable()

  private var joins: [UInt64: Parts] = [:]
  private static let longest = 7

  private init() {
    joins.reserveCapacity(4000)
    // `gia` is gi + a, `giêng` is g + iêng: the first way to part a word holds.
    for onset in Self.onsets {
      for rime in Self.rimes where Self.join(onset, rime) {
        guard let key = Self.key((onset + rime).unicodeScalars)?.key, joins[key] == nil else {
          continue
        }
        let isStopped = ["p", "t", "c", "ch"].contains(where: rime.hasSuffix)
        joins[key] = Parts(onset: onset, rime: rime, isStopped: isStopped)
      }
    }
  }

  /// The parts of a word and its tone; nil when it can be no syllable.
  func parts(of word: some Sequence<Unicode.Scalar>) -> (parts: Parts, tone: Tone)? {
    guard let (key, tone) = Self.key(word), let parts = joins[key] else { return nil }
    if parts.isStopped, tone != .sac, tone != .nang { return nil }
    return (parts, tone)
  }

  /// The letters without case and tone, eight bits each, and the tone; nil for what no syllable
  /// holds: other signs, two tones, more than seven letters.
  private static func key(_ word: some Sequence<Unicode.Scalar>) -> (key: UInt64, tone: Tone)? {
    let table = LetterTable.shared
    var tone = Tone.level
    var key: UInt64 = 0
    var count = 0
    for scalar in word {
      let code = table.foldedCode(scalar.value)
      guard code != 0, count < longest else { return nil }
      let quality = UInt64(code >> 7 & 7)
      guard quality != UInt64(Letter.Quality.foreign.rawValue) else { return nil }
      if let mark = Tone(rawValue: UInt8(code >> 10 & 7)), mark != .level {
        guard tone == .level else { return nil }
        tone = mark
      }
      // A letter's place in the alphabet takes five bits; digits have none.
      let base = UInt64(code & 0x7F)
      guard base >= 0x61 else { return nil }
      key = key << 8 | quality << 5 | (base - 0x60)
      count += 1
    }
    return count == 0 ? nil : (key, tone)
  }

  private static func join(_ onset: String, _ rime: String) -> Bool {
    guard let vowel = rime.first else { return false }
    let isFront = "ieêy".contains(vowel)
    // A rounded glide before the vowel, written o or u.
    let hasGlide = ["oa", "oă", "oe", "uâ", "uê", "uơ", "uy"].contains(where: rime.hasPrefix)
    if vowel == "y", rime != "y" {
      // Elsewhere the letter is i: yên but tiên, quynh but kinh.
      return onset.isEmpty ? rime.hasPrefix("yê") : onset == "qu" && !rime.hasSuffix("u")
    }
    if rime.hasPrefix("iê"), onset.isEmpty || onset == "qu" || onset == "gi" { return false }
    switch onset {
    case "k": return isFront
    case "gh", "ngh": return isFront && vowel != "y"
    case "c": return !isFront && !hasGlide
    case "ng": return !isFront
    case "g": return vowel == "i" && rime != "ia" || !isFront && !isClosedGlide(rime)
    case "qu": return "aăâeêiôơy".contains(vowel) && rime != "ia"
    case "gi":
      return vowel != "y" && vowel != "i" && (!hasGlide || rime == "oan" || rime == "oăng")
    case "b", "m", "p", "ph", "v": return !hasGlide || open.contains(rime)
    case "n", "r": return !isClosedGlide(rime)
    default: return true
    }
  }

  /// Rimes with a glide that lips and g, n, r do not go before.
  private static func isClosedGlide(_ rime: String) -> Bool {
    ["uâ", "uê", "uơ", "uya", "uyê", "uyn", "uyu", "uych"].contains(where: rime.hasPrefix)
  }

  /// The few rimes with a glide that follow lips, in loanwords: voan, phuy, buýt.
  private static let open: Set<String> = ["oa", "oan", "oay", "oe", "uy", "uyt"]

  // Longest first, so that `ngh` is tried before `ng` and `n`.
  private static let onsets = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
  ]

  private static let rimes =
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya
    uych uynh uyn uyt uyp uyu uyên uyêt ư ưa ưc ưi ưm ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych ynh yn yp yt
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
}
