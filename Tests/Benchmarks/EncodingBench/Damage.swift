import VietnameseText

/// What is done to a paragraph before it is shown to the recogniser.
enum Damage: String, CaseIterable {
  case tcvn3 = "TCVN3"
  case tcvn3SmallCapitals = "TCVN3, capitals in codes of small letters"
  case tcvn3Lowercased = "TCVN3, wrongly lower-cased"
  case tcvn3Uppercased = "TCVN3, wrongly upper-cased"
  case vni = "VNI"
  case viscii = "VISCII"
  case vps = "VPS"
  case viqr = "VIQR"
  case windows1258 = "Windows-1258"
  case utf8 = "UTF-8 seen as Western"
  case decomposed = "NFD"
  case mixed = "Unicode, then VNI, in one paragraph"

  /// What the recogniser may say.
  var expected: Set<LegacyEncoding> {
    switch self {
    case .tcvn3, .tcvn3SmallCapitals: [.tcvn3]
    case .tcvn3Lowercased, .tcvn3Uppercased: [.tcvn3Recased, .tcvn3]
    case .vni, .mixed: [.vni]
    case .viscii: [.viscii]
    case .vps: [.vps]
    case .viqr: [.viqr]
    case .windows1258: [.windows1258]
    case .utf8: [.utf8SeenAsWestern]
    case .decomposed: [.decomposed]
    }
  }

  /// What the paragraph looks like, and what it should become; nil where that is no such paragraph.
  func applied(to paragraph: String, _ letters: LegacyLetters) -> (shown: String, wanted: String)? {
    switch self {
    case .tcvn3: return (letters.shown(paragraph, in: .tcvn3), paragraph)
    case .tcvn3SmallCapitals:
      let small = String(String.UnicodeScalarView(paragraph.unicodeScalars.map(Self.small)))
      return (letters.shown(small, in: .tcvn3), paragraph)
    case .tcvn3Lowercased:
      let shown = letters.shown(paragraph.lowercased(), in: .tcvn3).lowercased()
      return (shown, paragraph.lowercased())
    case .tcvn3Uppercased:
      let shown = letters.shown(paragraph.lowercased(), in: .tcvn3)
      // ß becomes two letters, and cannot come back.
      guard !shown.contains("ß") else { return nil }
      return (shown.uppercased(), paragraph.uppercased())
    case .vni: return (letters.shown(paragraph, in: .vni), paragraph)
    case .viscii: return (letters.shown(paragraph, in: .viscii), paragraph)
    case .vps: return (letters.shown(paragraph, in: .vps), paragraph)
    case .viqr: return (letters.shown(paragraph, in: .viqr), paragraph)
    case .windows1258: return (letters.shown(paragraph, in: .windows1258), paragraph)
    case .utf8: return (letters.shown(paragraph, in: .utf8SeenAsWestern), paragraph)
    case .decomposed: return (paragraph.normalized(to: .decomposed), paragraph)
    case .mixed:
      let words = paragraph.split(separator: " ")
      guard words.count >= 30 else { return nil }
      let half = words.count / 2
      let first = words[..<half].joined(separator: " ")
      let second = words[half...].joined(separator: " ")
      return (first + " " + letters.shown(second, in: .vni), paragraph)
    }
  }

  /// The small letter of an accented capital that the old fonts lacked.
  private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let kept = "ĂÂĐÊÔƠƯ".unicodeScalars
    guard scalar.value >= 0xC0, !kept.contains(scalar),
      let small = scalar.properties.lowercaseMapping.unicodeScalars.first
    else { return scalar }
    return small
  }
}
