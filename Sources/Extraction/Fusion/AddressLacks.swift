import Documents
import Gazetteer
import VietnameseText

/// What the build of an address shows to be missing: all its units are printed alike.
enum AddressLacks {
  /// How many words or signs of `text`, in which `match` was found, were hardly read.
  static func count(in text: String, _ match: AddressMatch) -> Int {
    guard !match.units.isEmpty else { return 0 }
    let parts = parts(of: text, match)
    var count = 0
    if parts.count > 1, parts.count < match.units.count { count += 1 }
    if isUneven(parts) { count += 1 }
    if beginsWithin(text) { count += 1 }
    if FieldRepair.lacksDash(match) { count += 1 }
    return count
  }

  /// The address with the comma before its province that was lost, where commas part its other units.
  static func withComma(
    _ text: String, _ match: AddressMatch
  ) -> (value: String, repairs: [Repair]) {
    let parts = parts(of: text, match)
    guard let province = match.province?.bareName.split(separator: " "), let last = parts.last,
      parts.count > 1, parts.count + 1 == match.units.count, last.count > province.count,
      last.suffix(province.count).elementsEqual(province, by: { $0 == $1 }),
      // A unit word, of which the name follows, is no name by itself.
      let before = last.dropLast(province.count).last, Syllable(before) != nil,
      before.first?.isUppercase == true, !UnitOpenings.syllables.contains(before.lowercased()),
      !AddressStyle.opensUnit(last, 0)
    else { return (text, []) }
    let name = province.joined(separator: " ")
    guard text.hasSuffix(" " + name) else { return (text, []) }
    let value = String(text.dropLast(name.count + 1)) + ", " + name
    return (value, [Repair(from: text, to: value, why: "punctuation", probability: 0.95)])
  }

  /// The words of each part of `text` behind its detail, as commas part them.
  private static func parts(of text: String, _ match: AddressMatch) -> [[String]] {
    let detail = match.detail ?? ""
    let rest = text.hasPrefix(detail) ? text.dropFirst(detail.count) : text[...]
    return rest.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
      .filter { !$0.isEmpty }
  }

  /// Whether some units have their unit words and others do not.
  ///
  /// Numbered wards always have them, and the cities that are provinces mostly.
  private static func isUneven(_ parts: [[String]]) -> Bool {
    let own = parts.filter { part in
      part.last?.contains(where: \.isNumber) != true && !isCity(part)
    }
    let opened = own.count { AddressStyle.opensUnit($0, 0) }
    return opened > 0 && opened < own.count
  }

  private static func isCity(_ part: [String]) -> Bool {
    let words = part.map { $0.lowercased() }
    return words.first.map { $0.hasPrefix("tp") } == true || words.starts(with: ["thành", "phố"])
  }

  /// Whether the first word lost its first letter: of words that begin small only ấp has none before
  /// its vowel.
  private static func beginsWithin(_ text: String) -> Bool {
    guard let word = text.split(separator: " ").first, word.first?.isLowercase == true,
      let syllable = Syllable(word.trimming { !$0.isLetter })
    else { return false }
    return syllable.onset.isEmpty && word != "ấp"
  }
}
