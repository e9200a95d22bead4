/// What the letters of a paragraph say at a glance about how it may be encoded.
///
/// Most text is Unicode and shows nothing; it costs one look at each letter.
struct EncodingTraces {
  /// Letters and signs of the upper half of a byte, however they are shown.
  private var high = 0
  /// Those that Vietnamese text in Unicode does not have.
  private var strange = 0
  /// Letters that Unicode alone has: đ, ư, ạ, ế and the like.
  private var unicode = 0
  /// Vowels before a mark of VIQR that is more than punctuation, and dd.
  private var marked = 0
  private var letters = 0

  init(_ scalars: [UInt32]) {
    var previous: UInt32 = 0x20
    for scalar in scalars {
      defer { previous = scalar }
      if scalar < 0x80 {
        countASCII(scalar, after: previous)
      } else if LetterTable.shared.base(scalar) != 0 {
        if scalar < 0x100 { high += 1 } else { unicode += 1 }
        letters += 1
        if scalar == 0xD1 || scalar == 0xF1 { strange += 1 }
      } else if WesternLetters.byte(scalar) != nil {
        high += 1
        if !Self.isOrdinary(scalar) { strange += 1 }
      }
    }
  }

  private mutating func countASCII(_ scalar: UInt32, after previous: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A:
      letters += 1
      // đ is written dd, and begins its word.
      if scalar | 0x20 == 0x64, previous | 0x20 == 0x64 { marked += 1 }
    case 0x01...0x08, 0x0E...0x1F: strange += 1
    case 0x5E, 0x2B, 0x2A, 0x60, 0x7E, 0x28:
      // ^ + * ` ~ ( behind a vowel.
      switch previous | 0x20 {
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: marked += 1
      default: break
      }
    default: break
    }
  }

  /// Quotes, dashes and signs of ordinary text.
  private static func isOrdinary(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0xA0, 0xB0, 0xB2, 0xB3,
      0xAB, 0xBB, 0xA7, 0xB1, 0xD7, 0xA9, 0xAE, 0xBD, 0x20AC:
      true
    default: false
    }
  }

  /// The encodings that are worth a closer look.
  var candidates: [LegacyEncoding] {
    var candidates: [LegacyEncoding] = []
    if 20 * marked >= letters, marked >= 2 { candidates.append(.viqr) }
    // Where Unicode's own letters prevail, a few strange ones are its quotes and signs.
    if high > 0 || strange > 0, 10 * strange >= unicode || unicode == 0 {
      candidates += [.tcvn3, .vni, .windows1258, .viscii, .vps, .utf8SeenAsWestern]
    }
    return candidates
  }
}
