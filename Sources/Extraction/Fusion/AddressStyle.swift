import Documents
import Gazetteer
import VietnameseText

/// The signs and the letter case of an address: stray marks go, and its parts are printed alike.
enum AddressStyle {
  /// Signs that no address is printed with.
  private static let strays: Set<Character> = [
    "[", "]", "{", "}", "<", ">", "|", "\"", "“", "”", "«", "»", "*", "=", "_", "~", "^", "`", "©",
    "®", "#", "@", "%", "€",
  ]

  /// The address without stray signs, with the stop behind each abbreviation and one comma at a time.
  static func tidied(_ text: String) -> (value: String, repairs: [Repair]) {
    // The stop of an abbreviation, with a speck.
    var clean = text.filter { !strays.contains($0) }
      .replacing(/\b(\p{Lu}{1,2}),\./) { match in "\(match.1)." }
    if clean.count(where: { $0 == "(" }) != clean.count(where: { $0 == ")" }) {
      clean = clean.filter { !"()".contains($0) }
    }
    var tokens: [String] = []
    let words = clean.split(separator: " ").flatMap { parted(String($0)) }.flatMap(partedAtSpeck)
    for (index, token) in words.enumerated() {
      let next = words.indices.contains(index + 1) ? words[index + 1] : nil
      var word = withStop(misreadOpening(token), between: tokens.last, and: next)
      if let last = tokens.last, last.hasSuffix(","), let next, isMisreadProvince(token, next),
        !words[(index + 1)...].dropLast().contains(where: { $0.hasSuffix(",") })
      {
        word = "T."
      }
      if let next { word = withHamlet(word, before: next, opens: index == 0) }
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
    let styled = tokens.contains(where: isAbbreviation) ? spaced(tokens) : tokens
    return changed(text, withSmallLetters(styled).joined(separator: " "))
  }

  /// The parts of an address that stand in boxes of their own, abbreviations in one as in the others.
  static func tidied(parts: [String]) -> [(value: String, repairs: [Repair])] {
    let tidy = parts.map { tidied($0) }
    let tokens = tidy.map { $0.value.split(separator: " ").map(String.init) }
    guard tokens.contains(where: { $0.first.map(isAbbreviation) == true }) else { return tidy }
    return zip(tidy, tokens).map { part, tokens in
      let styled = changed(part.value, spaced(tokens).joined(separator: " "))
      return (styled.value, part.repairs + styled.repairs)
    }
  }

  /// A word in two where a comma parts an abbreviation from what stands before it: "12,X,".
  private static func parted(_ token: String) -> [String] {
    guard let comma = token.firstIndex(of: ","), comma > token.startIndex,
      token.index(after: comma) < token.endIndex
    else { return [token] }
    let rest = token[token.index(after: comma)...]
    guard UnitOpenings.abbreviations.contains(rest.dropLast().lowercased()),
      ".,".contains(rest.suffix(1)), rest.first?.isUppercase == true
    else { return [token] }
    return [String(token[...comma]), String(rest)]
  }

  /// The word for a hamlet before its name or number, where its marks or its p were misread; one
  /// that opens an address has a capital, which for some letters looks like the small one.
  private static func withHamlet(_ word: String, before next: String, opens: Bool) -> String {
    let letters = word.strippingMarks().lowercased()
    let isNamed = next.first?.isUppercase == true || next.first?.isNumber == true
    let areCapitals =
      next.count > 1 && next == next.uppercased() && next.contains(where: \.isLetter)
    // A6 may well be the number of a house.
    if letters == "ap" || letters == "a6" && word.lowercased() != "a6", isNamed, !areCapitals {
      return word.first?.isUppercase == true ? "Ấp" : "ấp"
    }
    // No name of a unit has these letters before another name.
    if opens, isNamed, !areCapitals, let hamlet = ["thon": "Thôn", "xom": "Xóm"][letters] {
      return hamlet
    }
    let isGroup = opens && next == "dân" && word.lowercased() != "tổ"
    if isGroup, (2...3).contains(word.count), letters.hasSuffix("o") { return "Tổ" }
    return opens && word == "xóm" && isNamed ? "Xóm" : word
  }

  /// Two words of a name between which a speck stands for the space: "Ayun.Pa".
  private static func partedAtSpeck(_ token: String) -> [String] {
    let halves = token.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves[0].count > 2, halves[1].count > 1,
      halves.allSatisfy({ half in
        half.first?.isUppercase == true
          && half.trimmingEnd { $0 == "," }.allSatisfy(\.isLetter)
      }),
      !UnitOpenings.abbreviations.contains(halves[0].lowercased())
    else { return [token] }
    return halves.map(String.init)
  }

  /// A word without the dot of a leader before it, and with the T that was read as a 7.
  private static func misreadOpening(_ token: String) -> String {
    var word = token[...]
    while let first = word.first, ".:;,'’‘\"".contains(first), word.count > 1 { word.removeFirst() }
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
    var core = token.trimmingEnd { ".,:;".contains($0) }
    let tail = token.dropFirst(core.count)
    let letters = core.lowercased()
    // A lone x with a sign behind it is the abbreviation, whose capital looks like the small letter.
    if core == "x", !tail.isEmpty, initial.isUppercase { core = "X" }
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

  /// The words with each abbreviation set off like the others are.
  ///
  /// So "P.10" and "TP Huế" stand beside "Q. 1" as "P. 10" and "TP. Huế".
  private static func spaced(_ tokens: [String]) -> [String] {
    tokens.enumerated().flatMap { index, token -> [String] in
      if let stop = token.firstIndex(of: "."), token.index(after: stop) < token.endIndex {
        let name = token[token.index(after: stop)...]
        let head = token[...stop]
        let isName = name.first?.isUppercase == true && name.contains(where: \.isLowercase)
        if isAbbreviation(head), isName || name.first?.isNumber == true, !name.contains(".") {
          return [String(head), String(name)]
        }
      }
      let isBare =
        token.count == 2 && token == token.uppercased()
        && UnitOpenings.abbreviations.contains(token.lowercased())
        && tokens.indices.contains(index + 1) && tokens[index + 1].first?.isUppercase == true
        && (index == 0 || tokens[index - 1].hasSuffix(","))
      return [isBare ? token + "." : token]
    }
  }

  /// The words with the letters small that were read as capitals: the L of "PLeiku", "thành PHỐ".
  private static func withSmallLetters(_ tokens: [String]) -> [String] {
    let areCapitals = tokens.allSatisfy { $0 == $0.uppercased() }
    guard !areCapitals else { return tokens }
    return tokens.enumerated().map { index, token in
      let core = token.trimming { !$0.isLetter }
      let small = core.lowercased()
      // Two words of capitals side by side are printed so.
      let isAmongCapitals = [index - 1, index + 1].contains { place in
        tokens.indices.contains(place) && place != index && isOfCapitals(tokens[place])
          && isOfCapitals(core)
      }
      guard !isAmongCapitals, core.count > 1, core.dropFirst().contains(where: \.isUppercase),
        core.contains(where: { !$0.isASCII || $0.isLowercase }), Syllable(small) != nil
      else { return token }
      let isUnitWord = index > 0 && small == "phố" && tokens[index - 1].lowercased() == "thành"
      let isSmall = isUnitWord && tokens[index - 1].first?.isLowercase == true
      let right = isSmall ? small : small.prefix(1).uppercased() + small.dropFirst()
      return token.replacing(core, with: right)
    }
  }

  private static func isOfCapitals(_ word: some StringProtocol) -> Bool {
    let letters = String(word.filter(\.isLetter))
    return letters.count > 1 && letters == letters.uppercased() && !isAbbreviation(word)
  }

  /// Whether a unit's name begins with the token, by a unit word or its abbreviation.
  static func opensUnit(_ tokens: [String], _ index: Int) -> Bool {
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
