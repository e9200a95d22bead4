internal import Documents
internal import Foundation
internal import VietnameseText

/// Turns the best reading of an address into its match: corrected text, repairs, judgement.
struct AddressCorrection {
  private static let margin = 0.3

  private let reader: AddressReader
  private let readings: [AddressReader.Reading]

  init(catalogue: UnitCatalogue, text: String) {
    var reader = AddressReader(catalogue: catalogue, text: text)
    self.readings = reader.readings()
    self.reader = reader
  }

  /// The match; without a reading, or with one that another rivals, the text stays as it is.
  var match: AddressMatch {
    guard let best = readings.first else {
      return AddressMatch(text: reader.text, lexicon: .absent, repairs: [])
    }
    let match = match(best)
    if !match.repairs.isEmpty {
      let isRivalled = readings.dropFirst().contains {
        $0.score > best.score - Self.margin && corrected($0).text != match.text
      }
      if isRivalled {
        return AddressMatch(text: reader.text, lexicon: .absent, repairs: [])
      }
    }
    return match
  }

  /// The readings that lead to different units or texts, with their probabilities.
  func candidates(limit: Int) -> [AddressCandidate] {
    guard let best = readings.first else { return [] }
    // How well the letters fit decides: a step of the score is worth a mark or two.
    var total = Self.unreadable
    var candidates: [AddressCandidate] = []
    for reading in readings {
      let weight = exp((reading.score - best.score) * Self.steepness)
      guard weight > 0.001 else { break }
      var match = match(reading)
      match.lexicon = match.repairs.isEmpty ? .exact : .corrected
      total += weight
      if let known = candidates.firstIndex(where: { $0.match == match }) {
        candidates[known].probability += weight
      } else {
        candidates.append(AddressCandidate(match: match, probability: weight))
      }
    }
    for index in candidates.indices { candidates[index].probability /= total }
    return Array(candidates.sorted { $0.probability > $1.probability }.prefix(limit))
  }

  private static let steepness = 8.0
  /// The weight of all that no reading finds.
  private static let unreadable = 0.02

  private func match(_ reading: AddressReader.Reading) -> AddressMatch {
    let (text, repairs) = corrected(reading)
    var match = AddressMatch(
      text: text, lexicon: repairs.isEmpty ? .exact : .corrected, repairs: repairs)
    let catalogue = reader.catalogue
    match.era = reading.era
    match.ward = reading.ward.map { catalogue[$0.unit] }
    match.district = reading.district.map { catalogue[$0.unit] }
    match.province = reading.province.map { catalogue[$0.unit] }
    if match.province == nil, let district = reading.district {
      let above = catalogue.parents[Int(district.unit)]
      if above >= 0 { match.province = catalogue[above] }
    }
    if reading.start > 0 {
      let end = reader.words[reading.start - 1].core.endIndex
      match.detail = String(reader.text[..<end])
      // The province alone, or the district alone, says nothing about what stands before it.
      if reading.ward == nil { match.lexicon = .absent }
    }
    return match
  }

  private func corrected(_ reading: AddressReader.Reading) -> (text: String, repairs: [Repair]) {
    var text = reader.text
    var repairs: [Repair] = []
    // Where every mark is gone, other spellings have lost theirs too: Dak Lak is Đắk Lắk.
    let isStripped = reading.matches.count > 1 && reader.text.utf8.allSatisfy { $0 < 0x80 }
    // From the end, so that the places before stay valid.
    for match in reading.matches.sorted(by: { $0.words.lowerBound > $1.words.lowerBound }) {
      for edit in edits(match, isStripped: isStripped).reversed() {
        let range = edit.range
        repairs.insert(
          Repair(
            from: String(reader.text[range]), to: edit.word, why: "gazetteer",
            probability: max(0.5, 0.99 - 0.15 * match.letterCost)), at: 0)
        let start = reader.text.utf8.distance(from: reader.text.startIndex, to: range.lowerBound)
        let end = reader.text.utf8.distance(from: reader.text.startIndex, to: range.upperBound)
        let utf8 = Array(text.utf8)
        text = String(
          decoding: Array(utf8[..<start]) + Array(edit.word.utf8) + Array(utf8[end...]),
          as: UTF8.self)
      }
    }
    return (text, repairs)
  }

  private func edits(
    _ match: SegmentMatch, isStripped: Bool
  ) -> [(range: Range<String.Index>, word: String)] {
    guard !match.isSpelling || isStripped else { return [] }
    var edits: [(range: Range<String.Index>, word: String)] = []
    func replace(_ printed: Substring, _ catalogue: String, isName: Bool = false) {
      let isEquivalent = UnitSpelling.areEquivalent(printed, catalogue)
      // Print begins every name with a capital; the engine loses those that small letters resemble.
      let hasLostCapital =
        isName && printed.first?.isLowercase == true && catalogue.first?.isUppercase == true
      // An apostrophe belongs to the name; it is faint in print, and nobody writes M'gar without.
      let hasLostSign =
        isName && UnitSpelling.hasApostrophe(catalogue) && !UnitSpelling.hasApostrophe(printed)
      let hasOddCapital =
        isName && isEquivalent && hasInnerCapital(printed) && !hasInnerCapital(catalogue)
      // EaBar is one word, which readers part at its capital.
      let hasOddSpace =
        isName && isEquivalent && printed.contains(" ") && !catalogue.contains(" ")
        && hasInnerCapital(catalogue)
      // A speck between the words of a name.
      let hasSpeck = isName && Self.holdsSign(printed) && !Self.holdsSign(catalogue)
      guard
        !isEquivalent || hasLostCapital || hasLostSign || hasOddCapital || hasOddSpace || hasSpeck
      else { return }
      var word =
        isEquivalent && !hasLostSign && !hasOddSpace && !hasSpeck
        ? String(printed) : UnitSpelling.word(catalogue, inTheStyleOf: printed)
      if hasOddCapital, !hasLostSign { word = word.prefix(1) + word.dropFirst().lowercased() }
      if hasLostCapital { word = word.prefix(1).uppercased() + word.dropFirst() }
      edits.append((printed.startIndex..<printed.endIndex, word))
    }
    let name = (match.words.lowerBound + match.unitWords)..<match.words.upperBound
    let printed = reader.words[name].map(\.core)
    let (ownWord, bare) = UnitWord.split(reader.catalogue[match.unit].name)
    if match.unitWords > 0, reader.words[match.words.lowerBound].abbreviation == nil {
      let words = reader.words[match.words.prefix(match.unitWords)].map(\.core)
      let read = UnitWord.read(words, toleratingMisreadLetter: true)?.word ?? ownWord
      for (word, right) in zip(words, (read?.rawValue ?? "").split(separator: " ")) {
        replace(word, styled(String(right), like: word))
      }
    }
    let right = bare.split(separator: " ").filter { $0 != "-" }
    let hasSpeck = zip(printed, printed.dropFirst()).contains { word, next in
      Self.holdsSign(reader.text[word.endIndex..<next.startIndex])
    }
    if printed.count == right.count, !hasSpeck {
      for (word, right) in zip(printed, right) { replace(word, String(right), isName: true) }
    } else if let first = printed.first, let last = printed.last {
      replace(reader.text[first.startIndex..<last.endIndex], String(bare), isName: true)
    }
    return edits
  }

  /// Whether a sign stands in `text` that no name of a unit has.
  private static func holdsSign(_ text: some StringProtocol) -> Bool {
    text.contains { ".,:;".contains($0) }
  }

  /// Whether a word that has small letters has a capital behind its first letter.
  private func hasInnerCapital(_ word: some StringProtocol) -> Bool {
    word.contains(where: \.isLowercase) && word.dropFirst().contains(where: \.isUppercase)
  }

  /// `word` in the letter case of the printed one.
  private func styled(_ word: String, like printed: Substring) -> String {
    switch printed.letterCase {
    case .capitals: return word.uppercased()
    case .small, nil: return word
    default:
      guard printed.first?.isUppercase == true else { return word }
      return word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
