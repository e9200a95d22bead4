internal import Documents
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

  /// The match; without a reading the text stays as it is.
  var match: AddressMatch {
    guard let best = readings.first else {
      return AddressMatch(text: reader.text, lexicon: .absent, repairs: [])
    }
    let (text, repairs) = corrected(best)
    var match = AddressMatch(text: text, lexicon: .exact, repairs: repairs)
    if !repairs.isEmpty {
      match.lexicon = .corrected
      let isRivalled = readings.dropFirst().contains {
        $0.score > best.score - Self.margin && corrected($0).text != text
      }
      if isRivalled {
        return AddressMatch(text: reader.text, lexicon: .absent, repairs: [])
      }
    }
    let catalogue = reader.catalogue
    match.era = best.era
    match.ward = best.ward.map { catalogue[$0.unit] }
    match.district = best.district.map { catalogue[$0.unit] }
    match.province = best.province.map { catalogue[$0.unit] }
    if match.province == nil, let district = best.district {
      let above = catalogue.parents[Int(district.unit)]
      if above >= 0 { match.province = catalogue[above] }
    }
    if best.start > 0 {
      let end = reader.words[best.start - 1].core.endIndex
      match.detail = String(reader.text[..<end])
      // The province alone, or the district alone, says nothing about what stands before it.
      if best.ward == nil { match.lexicon = .absent }
    }
    return match
  }

  private func corrected(_ reading: AddressReader.Reading) -> (text: String, repairs: [Repair]) {
    var text = reader.text
    var repairs: [Repair] = []
    // From the end, so that the places before stay valid.
    for match in reading.matches.sorted(by: { $0.words.lowerBound > $1.words.lowerBound }) {
      for edit in edits(match).reversed() {
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

  private func edits(_ match: SegmentMatch) -> [(range: Range<String.Index>, word: String)] {
    guard !match.isSpelling else { return [] }
    var edits: [(range: Range<String.Index>, word: String)] = []
    func replace(_ printed: Substring, _ catalogue: String, isName: Bool = false) {
      let isEquivalent = UnitSpelling.areEquivalent(printed, catalogue)
      // Print begins every name with a capital; the engine loses those that small letters resemble.
      let hasLostCapital =
        isName && printed.first?.isLowercase == true && catalogue.first?.isUppercase == true
      guard !isEquivalent || hasLostCapital else { return }
      var word =
        isEquivalent
        ? String(printed) : UnitSpelling.word(catalogue, inTheStyleOf: printed)
      if hasLostCapital { word = word.prefix(1).uppercased() + word.dropFirst() }
      edits.append((printed.startIndex..<printed.endIndex, word))
    }
    let name = (match.words.lowerBound + match.unitWords)..<match.words.upperBound
    let printed = reader.words[name].map(\.core)
    let (ownWord, bare) = UnitWord.split(reader.catalogue[match.unit].name)
    if match.unitWords > 0, reader.words[match.words.lowerBound].abbreviation == nil {
      let words = reader.words[match.words.prefix(match.unitWords)].map(\.core)
      let read = UnitWord.read(words)?.word ?? ownWord
      for (word, right) in zip(words, (read?.rawValue ?? "").split(separator: " ")) {
        replace(word, styled(String(right), like: word))
      }
    }
    let right = bare.split(separator: " ").filter { $0 != "-" }
    if printed.count == right.count {
      for (word, right) in zip(printed, right) { replace(word, String(right), isName: true) }
    } else if let first = printed.first, let last = printed.last {
      replace(reader.text[first.startIndex..<last.endIndex], String(bare))
    }
    return edits
  }

  /// `word` with a capital where print has one.
  private func styled(_ word: String, like printed: Substring) -> String {
    guard printed.first?.isUppercase == true else { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
