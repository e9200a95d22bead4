internal import Documents
internal import Foundation
internal import VietnameseText

/// A line above a signature as it is written: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
struct TitleLine {
  /// The line as it is written.
  let text: String
  /// Whether the text says it letter for letter.
  let isExact: Bool

  /// The words that stand for another: `KT.`.
  private static let forAnother = "KT"

  /// Reads `words` by the titles and bodies of `lexicon`; nil where they say none of these and
  /// nothing else.
  ///
  /// Below a line `KT.` stands a deputy, whose title alone `isDeputy` admits.
  init?(_ words: [TextWord], lexicon: LetterLexicon, isDeputy: Bool) {
    guard let (prefix, rest, isWhole) = Self.parted(words.map(\.text), lexicon) else { return nil }
    let phrases = isDeputy ? lexicon.deputies : lexicon.titles + lexicon.bodies
    if prefix.isEmpty, let (authority, rest) = Self.glued(rest, lexicon),
      let title = Self.title(rest, among: phrases), title.isExact
    {
      text = authority + "." + title.text
      isExact = false
      return
    }
    if let title = Self.title(rest, among: phrases) {
      text = prefix + title.text
      isExact = isWhole && title.isExact
      return
    }
    // Who holds two offices signs with both: BỘ TRƯỞNG, CHỦ NHIỆM.
    let parts = Self.offices(rest[...])
    let titles = parts.compactMap { Self.title($0, among: phrases) }
    guard parts.count > 1, titles.count == parts.count else { return nil }
    text = prefix + titles.map(\.text).joined(separator: ", ")
    isExact = isWhole && titles.allSatisfy(\.isExact)
  }

  /// The words parted behind those with a comma.
  private static func offices(_ words: ArraySlice<String>) -> [[String]] {
    words.reduce(into: [[]]) { parts, word in
      parts[parts.count - 1].append(word)
      if word.hasSuffix(",") { parts.append([]) }
    }.filter { !$0.isEmpty }
  }

  /// The one of `phrases` that `words` say, and whether letter for letter.
  private static func title(
    _ words: [String], among phrases: [LetterLexicon.Phrase]
  ) -> (text: String, isExact: Bool)? {
    // Specks between words come out as commas.
    let plain = words.map(PhraseSearch.trimmed).joined(separator: " ")
    let folded = plain.foldingTonePlacement()
    if phrases.contains(where: { $0.text.foldingTonePlacement() == folded }) {
      return (plain, FieldText.trimmed(words.joined(separator: " ")) == plain)
    }
    let ranked = phrases.map {
      (phrase: $0, distance: PhraseSearch.distance(of: plain, from: $0))
    }.sorted { $0.distance < $1.distance }
    // Of two titles that are equally near, THỨ TRƯỞNG and THỦ TRƯỞNG, neither is put for the other.
    guard let nearest = ranked.first, PhraseSearch.says(plain, nearest.phrase),
      ranked.count < 2 || ranked[1].distance > nearest.distance,
      isMisread(plain, nearest.phrase.text)
    else { return nil }
    return (nearest.phrase.text, false)
  }

  /// Whether `lines` are all that stands above a signature: for whom somebody signs is followed by who
  /// it is, and a deputy stands below whom he signs for.
  static func areComplete(_ lines: [String], lexicon: LetterLexicon) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    let isBegun = ["TM.", "TL.", "TUQ.", forAnother + "."].contains { last.hasPrefix($0) }
    let isAlone = lexicon.deputies.contains { $0.text == first }
    return !isBegun && !isAlone
  }

  /// The title of the deputy who signs below `line`, `KT. GIÁM ĐỐC`, where `text` says the office and
  /// little else: the word for a deputy was hidden.
  static func deputy(_ text: String, below line: String) -> String? {
    guard isForAnother(line) else { return nil }
    let office = PhraseSearch.trimmed(String(line.dropFirst(forAnother.count + 1)))
    let words = text.split(separator: " ")
    let title = office.split(separator: " ")
    // The office itself signs for nobody: the word was hidden without a trace.
    if !title.isEmpty, PhraseSearch.trimmed(text) == office { return "PHÓ " + office }
    guard !title.isEmpty else { return nil }
    let isSaid =
      words.suffix(title.count).elementsEqual(title) && words.count == title.count + 1
      && words[0].count < 4
    return isSaid || isRest(text, of: "PHÓ " + office) ? "PHÓ " + office : nil
  }

  /// So many letters of a title are no chance.
  private static let enough = 5
  /// How far a whole title may be misread below the line of whom somebody signs for.
  private static let wideTolerance = 1.6

  /// Whether `text` is what a seal left of `title`: its end, or all of it but for a letter.
  static func isRest(_ text: String, of title: String) -> Bool {
    let letters = text.filter(\.isLetter)
    let whole = title.filter(\.isLetter)
    guard letters.count >= enough else { return false }
    return whole.hasSuffix(letters)
      || letters.count == whole.count
        && ReadingDistance.between(
          FoldedLetters(letters), FoldedLetters(whole), limit: wideTolerance) <= wideTolerance
  }

  /// `lines` with `KT.` before the first where a deputy of that very office signs below it.
  ///
  /// Nobody signs with both. Below two offices, BỘ TRƯỞNG, CHỦ NHIỆM, the deputy's own word may be hidden
  /// as well.
  static func withAuthority(_ lines: [String]) -> [String] {
    guard lines.count == 2, !lines[0].contains(".") else { return lines }
    let offices = lines[0].split(separator: ",").map { PhraseSearch.trimmed(String($0)) }
    for office in offices
    where lines[1] == "PHÓ " + office || offices.count > 1 && lines[1] == office {
      return [forAnother + ". " + lines[0], "PHÓ " + office]
    }
    return lines
  }

  /// `lines` with an authority whose full stop was lost in the `printed` lines spaced as the other
  /// authorities are: `TM.ỦY BAN NHÂN DÂN`, `KT.CHỦ TỊCH`.
  static func spaced(_ lines: [String], as printed: [String]) -> [String] {
    let stopped = printed.compactMap { $0.split(separator: " ").first }.filter { $0.contains(".") }
    guard !stopped.isEmpty, stopped.allSatisfy({ !$0.hasSuffix(".") }) else { return lines }
    return zip(lines, printed).map { line, printed in
      guard let space = line.range(of: ". "), !printed.contains(".") else { return line }
      return line.replacingCharacters(in: space, with: ".")
    }
  }

  /// `text` without the space behind an authority that stands right before the next word of `line`: words that
  /// the engine joined are parted where they are repaired.
  static func closed(_ text: String, as line: Passage) -> String {
    guard line.words.count > 1, !line.words[0].text.contains("."),
      line.words[1].box.x - line.words[0].box.maxX < line.words[0].box.height / 16,
      let space = text.range(of: ". ")
    else { return text }
    return text.replacingCharacters(in: space, with: ".")
  }

  /// The title that `words` begin with put right before what they go on with: TRUỒNG PHÒNG NGHIỆP VỤ; nil
  /// where they begin with none.
  static func opened(_ words: [TextWord], lexicon: LetterLexicon) -> String? {
    for phrase in lexicon.titles where phrase.wordCount > 1 && phrase.wordCount < words.count {
      let opening = words[..<phrase.wordCount].map(\.text).joined(separator: " ")
      guard PhraseSearch.says(opening, phrase), isMisread(opening, phrase.text) else { continue }
      let rest = words[phrase.wordCount...].map(\.text)
      return FieldText.joined(phrase.text.split(separator: " ").map(String.init) + rest)
    }
    return nil
  }

  /// Whether `line` says that somebody signs for another.
  static func isForAnother(_ line: String) -> Bool { line.hasPrefix(forAnother + ".") }

  /// The authority at the beginning of a line with its full stop, and the words behind it; whether
  /// both were read as they are written.
  private static func parted(
    _ words: [String], _ lexicon: LetterLexicon
  ) -> (prefix: String, rest: [String], isWhole: Bool)? {
    guard let first = words.first else { return nil }
    let letters = first.prefix(while: \.isLetter)
    let behind = first[letters.endIndex...]
    guard words.count > 1 || letters.count < first.count,
      let authority = authority(String(letters), isStopped: behind.hasPrefix("."), lexicon)
    else { return ("", words, true) }
    let glued = behind.drop { !$0.isLetter }
    if !glued.isEmpty {
      return (authority + ".", [String(glued)] + words.dropFirst(), behind.first == ".")
    }
    // Two readings of one line side by side say it twice.
    let rest = Array(words.drop { $0 == first })
    let isWhole = behind == "." && letters == authority && rest.count == words.count - 1
    return (authority + ". ", rest, isWhole)
  }

  /// The authority that the first of `words` begins with, its full stop lost, and what goes on behind it:
  /// KTTRƯỞNG PHÒNG.
  private static func glued(
    _ words: [String], _ lexicon: LetterLexicon
  ) -> (authority: String, rest: [String])? {
    guard let first = words.first, first.allSatisfy(\.isLetter) else { return nil }
    return lexicon.authorities.lazy.map(\.text).filter { authority in
      first.hasPrefix(authority) && first.count > authority.count + 2
    }.map { ($0, [String(first.dropFirst($0.count))] + words.dropFirst()) }.first
  }

  /// How far the letters of an authority may be misread before its full stop: `TI.` for `TL.`.
  private static let tolerance = 0.7

  /// The authority that `letters` say, with a full stop behind them where it `isStopped`.
  static func authority(
    _ letters: String, isStopped: Bool, _ lexicon: LetterLexicon
  ) -> String? {
    let exact = lexicon.authorities.first { $0.text == letters.uppercased() }
    if exact != nil || !isStopped { return exact?.text }
    let folded = FoldedLetters(letters)
    let near = lexicon.authorities.filter {
      $0.text.count == letters.count
        && ReadingDistance.between(folded, $0.folded) <= tolerance
    }
    return near.count == 1 ? near[0].text : nil
  }

  /// Whether `text` is `title`, or differs from it in no more than two letters, or by what stands
  /// before it.
  private static func isMisread(_ text: String, _ title: String) -> Bool {
    let text = PhraseSearch.trimmed(text).filter { $0 != " " }
    let title = title.filter { $0 != " " }
    if text.hasSuffix(title) { return text.count <= title.count + 2 }
    return text.count == title.count && zip(text, title).count { $0 != $1 } <= 2
  }
}
