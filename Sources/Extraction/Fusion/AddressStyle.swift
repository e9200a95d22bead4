import Documents
import Gazetteer

/// The signs and the letter case of an address: stray marks go, and its parts are printed alike.
enum AddressStyle {
  /// Signs that no address is printed with.
  private static let strays: Set<Character> = [
    "[", "]", "{", "}", "<", ">", "|", "\"", "“", "”", "«", "»", "*", "=", "_", "~", "^", "`", "©",
    "®", "#", "@", "%", "€",
  ]

  /// The address without stray signs, with the stop behind each abbreviation and one comma at a time.
  static func tidied(_ text: String) -> (value: String, repairs: [Repair]) {
    var clean = text.filter { !strays.contains($0) }
    if clean.count(where: { $0 == "(" }) != clean.count(where: { $0 == ")" }) {
      clean = clean.filter { !"()".contains($0) }
    }
    var tokens: [String] = []
    let words = clean.split(separator: " ").map(String.init)
    for (index, token) in words.enumerated() {
      let next = words.indices.contains(index + 1) ? words[index + 1] : nil
      var word = withStop(misreadOpening(token), between: tokens.last, and: next)
      if let last = tokens.last, last.hasSuffix(","), let next, isMisreadProvince(token, next),
        !words[(index + 1)...].dropLast().contains(where: { $0.hasSuffix(",") })
      {
        word = "T."
      }
      if word == "Ap" || word == "ap", next != nil { word = word == "Ap" ? "Ấp" : "ấp" }
      if let last = tokens.last, last.hasSuffix(",") {
        // A dash or a stop behind a comma is a speck.
        word = String(word.drop { "-–—.,'’".contains($0) })
      }
      while word.hasSuffix(",,") || word.hasSuffix(".,") && word.count > 5 {
        word = String(word.dropLast(2)) + ","
      }
      guard word.contains(where: { $0.isLetter || $0.isNumber || "-–&+/".contains($0) }) else {
        continue
      }
      tokens.append(word)
    }
    return changed(text, tokens.joined(separator: " "))
  }

  /// A word without the dot of a leader before it, and with the T that was read as a 7.
  private static func misreadOpening(_ token: String) -> String {
    var word = token[...]
    while let first = word.first, ".:;,".contains(first), word.count > 1 { word.removeFirst() }
    if word.hasPrefix("7"), word.dropFirst().first?.isLowercase == true {
      return "T" + word.dropFirst()
    }
    return String(word)
  }

  /// A word with the sign that it was printed with: the stop of an abbreviation before a name, the
  /// comma behind a longer word or a number.
  ///
  /// Behind a unit word a single letter is a part of the name: xã H Bông.
  private static func withStop(
    _ token: String, between last: String?, and next: String?
  ) -> String {
    guard let next, let initial = next.first else { return token }
    let core = token.trimmingEnd { ".,:;".contains($0) }
    let tail = token.dropFirst(core.count)
    let letters = core.lowercased()
    let isNamed = last.map { UnitOpenings.syllables.contains($0.lowercased()) } ?? false
    if UnitOpenings.abbreviations.contains(letters), core.first?.isUppercase == true, !isNamed,
      initial.isUppercase || initial.isNumber && core.count == 1
    {
      // Two letters may stand without a stop; one alone hardly does.
      return tail.isEmpty && core.count > 1 ? token : core + "."
    }
    let isLong = core.count > 3 || core.last?.isNumber == true
    if tail == ".", isLong, !core.contains(".") { return core + "," }
    return token
  }

  /// Whether `token` is the T of an abbreviated unit word before the name that begins with `next`,
  /// read as a digit or a stroke.
  private static func isMisreadProvince(_ token: String, _ next: String) -> Bool {
    next.first?.isUppercase == true
      && ["1", "7", "I", "l", "J"].contains(token.trimming { ".:,;".contains($0) })
  }

  /// A province with the T of its abbreviated unit word, which was read as a digit or a stroke.
  ///
  /// No province's name begins with either; nor does one with two letters of which the first is
  /// read for it, where `isProvince` knows what is behind them.
  static func withProvince(
    _ text: String, isProvince: (String) -> Bool = { _ in false }
  ) -> (value: String, repairs: [Repair]) {
    let tokens = text.split(separator: " ").map(String.init)
    guard tokens.count > 1 else { return (text, []) }
    let opening = tokens[0].trimmingEnd { ".:,;".contains($0) }.uppercased()
    let isMisread =
      opening.count == 2 && opening != "TP" && "TJI1L7".contains(opening.prefix(1))
      && isProvince(tokens.dropFirst().joined(separator: " "))
    guard isMisread || isMisreadProvince(tokens[0], tokens[1]) else { return (text, []) }
    return changed(text, (["T."] + tokens.dropFirst()).joined(separator: " "))
  }

  /// The address with its units, which stand behind `detail`, set off and capitalised alike.
  ///
  /// Where the other units are set off by commas, one that was lost is put back; an abbreviation or
  /// unit word takes the letter case that all the others have.
  static func evened(
    _ text: String, after detail: String
  ) -> (value: String, repairs: [Repair]) {
    var tokens = text.split(separator: " ").map(String.init)
    let start = text.hasPrefix(detail) ? detail.split(separator: " ").count : 0
    let openings = tokens.indices.filter { $0 >= start && opensUnit(tokens, $0) }
    guard openings.count > 1 else { return (text, []) }
    let inner = openings.filter { $0 > 0 }
    if inner.contains(where: { tokens[$0 - 1].hasSuffix(",") }) {
      for index in inner
      where !tokens[index - 1].hasSuffix(",") && !isAbbreviation(tokens[index - 1]) {
        tokens[index - 1] = tokens[index - 1].trimmingEnd { ".;:".contains($0) } + ","
      }
    }
    for index in openings {
      let others = openings.filter { $0 != index }.map { tokens[$0].first?.isUppercase == true }
      guard let isUpper = others.first, others.allSatisfy({ $0 == isUpper }),
        let first = tokens[index].first, first.isUppercase != isUpper,
        index > 0 && others.count > 1 || "xX".contains(first)
      else { continue }
      tokens[index] =
        (isUpper ? first.uppercased() : first.lowercased()) + tokens[index].dropFirst()
    }
    return changed(text, tokens.joined(separator: " "))
  }

  /// Whether a unit's name begins with the token, by a unit word or its abbreviation.
  private static func opensUnit(_ tokens: [String], _ index: Int) -> Bool {
    let token = tokens[index]
    if isAbbreviation(token) { return true }
    let next = tokens.indices.contains(index + 1) ? tokens[index + 1].lowercased() : ""
    switch token.lowercased() {
    case "thị": return next == "xã" || next == "trấn"
    case "thành": return next == "phố"
    case "xã": return index == 0 || tokens[index - 1].lowercased() != "thị"
    case let word: return UnitOpenings.firstSyllables.contains(word) && !next.isEmpty
    }
  }

  /// Whether a token is the abbreviation of a unit word with its stop.
  static func isAbbreviation(_ token: some StringProtocol) -> Bool {
    token.hasSuffix(".") && UnitOpenings.abbreviations.contains(token.dropLast().lowercased())
  }

  private static func changed(
    _ from: String, _ to: String
  ) -> (value: String, repairs: [Repair]) {
    from == to
      ? (from, []) : (to, [Repair(from: from, to: to, why: "punctuation", probability: 0.95)])
  }
}
