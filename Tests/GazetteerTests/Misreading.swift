import TestSupport
import VietnameseText

/// Readings that went wrong, as an engine gets them wrong.
enum Misreading {
  /// `text` with another tone on one of its vowels; itself where it has none.
  static func ofTone(in text: String, using random: inout SplitMix64) -> String {
    var scalars = Array(text.unicodeScalars)
    let vowels = scalars.indices.filter { Letter(scalars[$0])?.isVowel == true }
    guard let place = vowels.randomElement(using: &random), let letter = Letter(scalars[place]),
      let tone = Tone.allCases.filter({ $0 != letter.tone }).randomElement(using: &random)
    else { return text }
    scalars[place] = letter.with(tone: tone).scalar
    return String(String.UnicodeScalarView(scalars))
  }
}
