import Documents
import VietnameseText

/// Measures a value and its print: what its confidence is computed from beside who gave it.
struct ValueMeasures {
  let region: RegionReading
  let parser: ParserName

  /// The measures of `chosen`, the value taken of all `readings` of the same print.
  func measures(
    of chosen: FieldReading, among readings: [FieldReading]
  ) -> [Evidence.Measure: Double] {
    guard let value = chosen.value else { return [:] }
    var measures: [Evidence.Measure: Double] = [:]
    measures[.meanEngine] = chosen.meanConfidence ?? chosen.engineConfidence
    measures[.label] = chosen.labelQuality
    measures[.knowledge] = chosen.knowledge
    measures[.fluency] = chosen.fluency
    measures[.droppedLetters] = Double(chosen.droppedLetters)
    measures[.lines] = Double(chosen.lines)
    measures[.length] = Double(value.count)
    measures[.textHeight] = region.quality.textHeight
    measures[.sharpness] = region.quality.sharpness
    measures[.contrast] = region.quality.contrast
    measures[.glare] = region.quality.glare
    compare(chosen, value, readings, &measures)
    let read = chosen.raw ?? value
    measures[.changedLetters] = Double(
      parser.isClosed ? chosen.repairs.count : Array(read).editDistance(to: Array(value)))
    guard !parser.isClosed else { return measures }
    measures[.lacks] = Double(chosen.lacks)
    let free = chosen.detail ?? (chosen.lexicon == .exact || parser == .name ? "" : value)
    measures[.freeLetters] = Double(free.count(where: \.isLetter))
    measures[.freeDigits] = Double(free.count(where: \.isNumber))
    // Units that the gazetteer knows to the letter are strange in no way: KBang, Ea Tling.
    let isKnown = parser == .address && chosen.lexicon == .exact
    let words = (isKnown ? chosen.detail ?? "" : value).split(separator: " ")
    measures[.strangeWords] = Double(words.count(where: Self.isStrange))
    let areCapitals = value == value.uppercased()
    measures[.oddCase] = Double(
      words.count { Self.hasOddCase($0, amongCapitals: areCapitals) })
    measures[.oddSigns] = Double(Self.oddSigns(in: value.split(separator: " ")))
    return measures
  }

  /// Holds the value against the readings that other renditions of the print gave.
  private func compare(
    _ chosen: FieldReading, _ value: String, _ readings: [FieldReading],
    _ measures: inout [Evidence.Measure: Double]
  ) {
    let reread = timesReread(chosen)
    let agreeing = readings.count { $0.value == value }
    measures[.agreement] = Double(min(agreeing, reread + 1))
    measures[.wordAgreement] = Double(
      min(Self.agreement(onWordsOf: value, in: readings.compactMap(\.value)), reread + 1))
    if readings.count > 1, readings[0].value != value { measures[.taughtDissent] = 1 }
    // The weakest word of the best reading that is not the chosen one.
    var others = readings.filter { $0.value == value }.compactMap(\.engineConfidence)
    if let own = chosen.engineConfidence, let index = others.firstIndex(of: own) {
      others.remove(at: index)
    }
    if reread > 0 { measures[.otherEngine] = others.max() }
    measures[.otherDroppedLetters] = readings.filter { $0.value == value && $0 != chosen }
      .map { Double($0.droppedLetters) }.max()
    let rivals = readings.compactMap(\.value).filter { $0 != value }
    measures[.rivalDistance] = rivals.map {
      Double(Array($0).editDistance(to: Array(value)))
    }.min()
  }

  /// How many of `values` have the word of `value` that fewest of them have, in its place.
  static func agreement(onWordsOf value: String, in values: [String]) -> Int {
    let words = value.split(separator: " ")
    var counts = words.map { _ in 0 }
    for other in values {
      let removed = other.split(separator: " ").difference(from: words).removals
      var missing = Set<Int>()
      for case .remove(let offset, _, _) in removed { missing.insert(offset) }
      for index in words.indices where !missing.contains(index) { counts[index] += 1 }
    }
    return counts.min() ?? 0
  }

  /// How many other readings each line of print that gave `chosen` has at least.
  private func timesReread(_ chosen: FieldReading) -> Int {
    guard let box = chosen.box else { return 0 }
    let lines = region.lines.filter { line in
      line.box.intersection(box).area * 2 > min(line.box.area, box.area)
    }
    // The high marks of a line may reach into its label, which gave nothing and was read once.
    let read = Set(Self.words(of: chosen.raw ?? ""))
    let own = lines.filter { line in
      ([line.words] + line.alternatives).joined()
        .contains { !read.isDisjoint(with: Self.words(of: $0.text)) }
    }
    return (own.isEmpty ? lines : own).map { line in
      isCoded(line, within: box) ? Self.codedReadings : line.alternatives.count { !$0.isEmpty }
    }.min() ?? 0
  }

  /// Print whose words stand in a code too is as sure as print that was read so often again.
  private static let codedReadings = 2

  /// Whether a QR code has all words of `line` within `box`, to the letter: such print is read once.
  private func isCoded(_ line: TextLine, within box: PixelBox) -> Bool {
    let payloads = region.codes.filter { $0.symbology == .qr }.map(\.text)
    guard !payloads.isEmpty, line.alternatives.isEmpty else { return false }
    let coded = payloads.reduce(into: Set<Substring>()) { $0.formUnion(Self.words(of: $1)) }
    let printed = line.words.filter { $0.box.intersection(box).area * 2 > $0.box.area }
      .flatMap { Self.words(of: $0.text) }
    return !printed.isEmpty && printed.allSatisfy(coded.contains)
  }

  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether a word is neither a syllable, a number nor an abbreviation.
  private static func isStrange(_ word: Substring) -> Bool {
    let parts = word.split { !$0.isLetter && !$0.isNumber }
    return parts.contains { part in
      let letters = part.count(where: \.isLetter)
      if letters == 0 { return false }
      // House numbers: 12A, 4B.
      if letters < part.count { return letters > 1 }
      if letters <= 2, part == part.uppercased() { return false }
      return Syllable(part) == nil
    }
  }

  /// Whether a capital stands behind a small letter, or a word of capitals among others.
  private static func hasOddCase(_ word: Substring, amongCapitals: Bool) -> Bool {
    guard !amongCapitals else { return false }
    let letters = word.filter(\.isLetter)
    if zip(letters, letters.dropFirst()).contains(where: { $0.isLowercase && $1.isUppercase }) {
      return true
    }
    return letters.count > 1 && letters == letters.uppercased() && letters.count > 2
      || letters.count == 2 && letters == letters.uppercased()
        && !letters.allSatisfy(\.isASCII)
  }

  /// Signs at places where print of values has none.
  private static func oddSigns(in words: [Substring]) -> Int {
    words.reduce(0) { count, word in
      let inner = word.trimmingEnd { ",.;:".contains($0) }
      let strange = inner.count { character in
        !character.isLetter && !character.isNumber && !"-/,.'’:".contains(character)
      }
      let isBare = inner.isEmpty || inner.first.map { ",.;:-/'’".contains($0) } == true
      // C: is how some cards shorten "cách".
      let endsOddly =
        word.last == ":" && word.count > 2 || word.hasSuffix(";") || word.hasSuffix(",,")
      return count + strange + (isBare ? 1 : 0) + (endsOddly ? 1 : 0)
    }
  }
}
