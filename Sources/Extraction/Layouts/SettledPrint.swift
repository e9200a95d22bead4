package import Documents
import VietnameseText

/// Tells which print needs no second reading: labels and titles, and values that a code repeats.
///
/// A second reading costs as much as the first. What every copy of a form prints is known beforehand,
/// and what the QR code of a card says as well is already witnessed twice.
package struct SettledPrint: Sendable {
  /// Phrases that every copy prints, by their number of folded letters.
  private let phrases: [Int: [PhraseMatcher]]
  /// Labels of values on cards.
  private let labels: [PhraseMatcher]
  /// The words of all labels and titles.
  private let words: Set<[UInt8]>

  /// The share of its letters that may be misread, lost or made up in a line for it still to be a
  /// phrase: a value that merely looks like one must not be spared.
  private static let slack = 0.12
  /// How many letters a part of a wrapped phrase has at least.
  private static let leastPart = 10
  /// How many letters a label has that cannot be a part of any name.
  private static let leastLabel = 5
  /// How many digits a number has that is no house number.
  private static let leastNumber = 6

  /// Takes the labels and titles of `catalogue`.
  package init(_ catalogue: LayoutCatalogue) {
    var phrases: [Int: Set<String>] = [:]
    var words: Set<[UInt8]> = []
    func add(_ phrase: String) {
      phrases[FoldedText.bytes(of: phrase).count, default: []].insert(phrase)
      words.formUnion(Self.words(of: phrase))
    }
    for layout in catalogue.layouts {
      layout.anchors.flatMap(\.text).forEach(add)
      for field in layout.fields {
        for label in field.labels { words.formUnion(Self.words(of: label)) }
        // Where the value begins with its label, a line that looks like the label holds the value.
        guard field.location != .fromLabel else { continue }
        field.labels.flatMap(LabelWording.all).map(\.phrase).forEach(add)
      }
    }
    self.phrases = phrases.reduce(into: [:]) { result, entry in
      let tolerance = Float(Double(entry.key) * Self.slack)
      result[entry.key] = entry.value.sorted().map { PhraseMatcher($0, tolerance: tolerance) }
    }
    self.words = words
    let labelled = catalogue.layouts.filter(\.kind.isCard).flatMap(\.fields)
      .filter { $0.key != nil && $0.location != .fromLabel }
    labels = Set(labelled.flatMap(\.labels).flatMap(LabelWording.all).map(\.phrase)).sorted()
      .map { FoldedText.bytes(of: $0) }.filter { $0.count >= Self.leastLabel }
      .map { PhraseMatcher(folded: $0, tolerance: Float(Double($0.count) * Self.slack)) }
  }

  /// Whether `line`, read once in a region that bears `codes`, needs no second reading.
  package func isSettled(_ line: [TextWord], codes: [CodeReading]) -> Bool {
    let text = line.map(\.text).joined(separator: " ")
    if isFixed(FoldedText.bytes(of: text)) { return true }
    let payloads = codes.filter { $0.symbology == .qr }.map(\.text)
    guard !payloads.isEmpty else { return false }
    let coded = payloads.reduce(into: Set<[UInt8]>()) { $0.formUnion(Self.words(of: $1)) }
    let printed = Self.words(of: Self.withoutDateSigns(text))
    let rest = printed.subtracting(coded)
    if rest.isEmpty { return true }
    // Beside a long number stands nothing but its label.
    let hasNumber = printed.contains { word in
      word.count >= Self.leastNumber && word.allSatisfy(Self.isDigit) && coded.contains(word)
    }
    if hasNumber, rest.allSatisfy({ $0.count <= 3 && !$0.contains(where: Self.isDigit) }) {
      return true
    }
    return isLabelled(Self.withoutDateSigns(text), coded: coded)
  }

  /// Whether a line is a label with a value behind it of which all words stand in `coded`.
  ///
  /// Only the label's own words may be others: those within the label, and what cannot be a word of a
  /// value. Names of places look like words of labels.
  private func isLabelled(_ text: String, coded: Set<[UInt8]>) -> Bool {
    let letters = FoldedText.bytes(of: text)
    let places = labels.flatMap { $0.matches(in: letters).map(\.range) }
    guard !places.isEmpty else { return false }
    var start = 0
    var isValue = false
    for piece in text.unicodeScalars.split(whereSeparator: { FoldedText.byte(of: $0) == nil }) {
      let word = piece.compactMap(FoldedText.byte(of:))
      let range = start..<start + word.count
      start = range.upperBound
      let isLabel = places.contains { $0.clamped(to: range).count * 2 > word.count }
      if isLabel, !isValue { continue }
      if coded.contains(word) {
        isValue = true
        continue
      }
      let isForeign = word.count <= 2 || Syllable(String(piece)) == nil
      guard !isValue, isForeign, words.contains(word) || isMisreadLabel(word) else { return false }
    }
    return true
  }

  /// Whether a line with these folded letters is one of the phrases, or a part of a wrapped one.
  private func isFixed(_ letters: [UInt8]) -> Bool {
    guard letters.count >= 4 else { return false }
    let slack = Int(Double(letters.count) * Self.slack)
    let isWhole = ((letters.count - slack)...(letters.count + slack)).contains { length in
      (phrases[length] ?? []).contains { !$0.matches(in: letters).isEmpty }
    }
    if isWhole || letters.count < Self.leastPart { return isWhole }
    let part = PhraseMatcher(
      folded: letters, tolerance: Float(Double(letters.count) * Self.slack))
    return phrases.contains { length, matchers in
      length > letters.count && matchers.contains { !part.matches(in: $0.pattern).isEmpty }
    }
  }

  /// Whether an unknown word is what the engine made of a label's word or of its punctuation.
  private func isMisreadLabel(_ word: [UInt8]) -> Bool {
    if word.contains(where: Self.isDigit) { return false }
    if word.count <= 2 { return true }
    guard word.count >= 4 else { return false }
    return words.contains { known in
      abs(known.count - word.count) <= 2 && known.editDistance(to: word) <= word.count / 3
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  /// Dates stand in codes without their signs: `15/01/1990` is `15011990` there.
  private static func withoutDateSigns(_ text: String) -> String {
    let bytes = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && "0"..."9" ~= bytes[index]
    }
    var result = String.UnicodeScalarView()
    for (index, scalar) in bytes.enumerated() {
      if "/.-".unicodeScalars.contains(scalar), isDigit(index - 1), isDigit(index + 1) { continue }
      result.append(scalar)
    }
    return String(result)
  }

  private static func words(of text: String) -> Set<[UInt8]> {
    let pieces = text.unicodeScalars.split { FoldedText.byte(of: $0) == nil }
    return Set(pieces.map { $0.compactMap(FoldedText.byte(of:)) })
  }
}
