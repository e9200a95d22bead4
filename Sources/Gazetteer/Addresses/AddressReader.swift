internal import VietnameseText

/// Finds the units that an address ends with: from its end, province, district, ward.
///
/// Every reading of the tail as units of either era is weighed; a unit speaks for a reading, misread
/// letters and missing commas against it.
struct AddressReader {
  /// One way to understand the tail of the address.
  struct Reading {
    var era: Era
    var province: SegmentMatch?
    var district: SegmentMatch?
    var ward: SegmentMatch?
    /// The first word that belongs to a unit.
    var start: Int
    var score: Double

    var matches: [SegmentMatch] { [ward, district, province].compactMap { $0 } }
  }

  private static let unitGain = 2.0
  private static let kept = 8
  private static let longestName = 7

  let catalogue: UnitCatalogue
  let text: String
  let words: [AddressWord]
  private var folded: [UnitCatalogue.Index: FoldedLetters] = [:]
  private var segments: [Range<Int>: FoldedLetters] = [:]

  init(catalogue: UnitCatalogue, text: String) {
    self.catalogue = catalogue
    self.text = text
    self.words = AddressWord.words(of: text)
  }

  /// The readings, best first.
  mutating func readings() -> [Reading] {
    var found: [Reading] = []
    for era in Era.allCases {
      let provinces = matches(
        endingAt: words.count, among: catalogue.provinces[era] ?? [], level: .province,
        limit: Self.kept)
      for province in provinces {
        let reading = Reading(
          era: era, province: province, start: province.words.lowerBound,
          score: Self.unitGain - province.cost)
        found.append(reading)
        switch era {
        case .former: extendByDistrict(reading, under: province.unit, into: &found)
        case .today: extendByWard(reading, under: province.unit, into: &found)
        }
      }
    }
    if found.isEmpty { readWithoutProvince(into: &found) }
    return found.sorted { $0.score > $1.score }
  }

  private mutating func extendByDistrict(
    _ reading: Reading, under province: UnitCatalogue.Index, into found: inout [Reading]
  ) {
    let districts = matches(
      endingAt: reading.start, among: catalogue.children(of: province), level: .district, limit: 4)
    for district in districts {
      var longer = reading
      longer.district = district
      longer.start = district.words.lowerBound
      longer.score += Self.unitGain - district.cost
      found.append(longer)
      extendByWard(longer, under: district.unit, into: &found)
    }
  }

  private mutating func extendByWard(
    _ reading: Reading, under parent: UnitCatalogue.Index, into found: inout [Reading]
  ) {
    let wards = matches(
      endingAt: reading.start, among: catalogue.children(of: parent), level: .ward, limit: 3)
    for ward in wards {
      var longer = reading
      longer.ward = ward
      longer.start = ward.words.lowerBound
      longer.score += Self.unitGain - ward.cost
      found.append(longer)
    }
  }

  /// An address may end with its district; then only letters that are right count.
  private mutating func readWithoutProvince(into found: inout [Reading]) {
    let districts = catalogue.provinces[.former, default: []].flatMap(catalogue.children)
    let matches = matches(endingAt: words.count, among: districts, level: .district, limit: 4)
    for district in matches where district.letterCost == 0 && district.unitWords > 0 {
      let reading = Reading(
        era: .former, district: district, start: district.words.lowerBound,
        score: Self.unitGain - district.cost)
      found.append(reading)
      extendByWard(reading, under: district.unit, into: &found)
    }
  }

  /// The best matches of `units` with words that end before `end`.
  private mutating func matches(
    endingAt end: Int, among units: [UnitCatalogue.Index], level: UnitLevel, limit: Int
  ) -> [SegmentMatch] {
    var found: [SegmentMatch] = []
    for length in 1...Self.longestName + 2 where end - length >= 0 {
      let range = (end - length)..<end
      var breaks = 0.0
      for index in range.dropFirst() { breaks += words[index].breakBefore * 0.8 }
      if breaks > 2 { break }
      let unitWord = unitWord(in: range)
      for unit in units {
        let match = match(unit, range, unitWord, level: level, breaks: breaks)
        if let match { found.append(match) }
      }
      if level == .province { matchSpellings(range, unitWord, units, breaks, into: &found) }
    }
    return Array(found.sorted { $0.cost < $1.cost }.prefix(limit))
  }

  private func unitWord(in range: Range<Int>) -> UnitWord.Found? {
    if let unit = words[range.lowerBound].abbreviation {
      return UnitWord.Found(word: unit, count: 1)
    }
    return UnitWord.read(
      words[range].prefix(2).map(\.core),
      toleratingMisreadLetter: range.count > 1)
  }

  private mutating func match(
    _ unit: UnitCatalogue.Index, _ range: Range<Int>, _ unitWord: UnitWord.Found?,
    level: UnitLevel, breaks: Double
  ) -> SegmentMatch? {
    let (ownWord, bare) = UnitWord.split(catalogue[unit].name)
    var best: SegmentMatch?
    for isUnitWordRead in [true, false] {
      let taken = isUnitWordRead ? unitWord?.count ?? 0 : 0
      if isUnitWordRead ? taken == 0 || taken >= range.count : taken < 0 { continue }
      let name = (range.lowerBound + taken)..<range.upperBound
      var cost = breaks + startCost(range.lowerBound, hasUnitWord: taken > 0)
      if taken > 0, let word = unitWord?.word, word != ownWord {
        cost += word.levels.contains(level) ? 0.3 : 0.9
      }
      if taken > 0, unitWord?.isMisread == true { cost += 0.15 }
      let letterCost: Double
      if let number = Int(bare) {
        guard name.count == 1, Int(words[name.lowerBound].core) == number else { continue }
        if taken == 0 { cost += 0.7 }
        letterCost = 0
      } else {
        let printed = foldedName(of: unit, bare)
        let limit = min(2.4, 0.1 + 0.2 * Double(printed.count))
        letterCost = ReadingDistance.between(foldedSegment(name), printed, limit: limit)
        guard letterCost <= limit else { continue }
      }
      cost += letterCost
      if cost < best?.cost ?? 2.4 {
        best = SegmentMatch(
          unit: unit, words: range, unitWords: taken, letterCost: letterCost, cost: cost,
          isSpelling: false)
      }
    }
    return best
  }

  private mutating func matchSpellings(
    _ range: Range<Int>, _ unitWord: UnitWord.Found?,
    _ units: [UnitCatalogue.Index], _ breaks: Double, into found: inout [SegmentMatch]
  ) {
    let taken = unitWord?.count ?? 0
    for spelling in catalogue.spellings {
      let printed = FoldedLetters(spelling.name.foldingTonePlacement())
      for skipped in Set([0, taken]) where skipped < range.count {
        let name = (range.lowerBound + skipped)..<range.upperBound
        guard foldedSegment(name) == printed, units.contains(spelling.province) else { continue }
        found.append(
          SegmentMatch(
            unit: spelling.province, words: range, unitWords: skipped, letterCost: 0,
            cost: breaks + startCost(range.lowerBound, hasUnitWord: skipped > 0),
            isSpelling: true))
      }
    }
  }

  private func startCost(_ start: Int, hasUnitWord: Bool) -> Double {
    (1 - words[start].breakBefore) * (hasUnitWord ? 0.1 : 0.5)
  }

  private mutating func foldedName(of unit: UnitCatalogue.Index, _ bare: Substring)
    -> FoldedLetters
  {
    if let known = folded[unit] { return known }
    let letters = FoldedLetters(String(bare).foldingTonePlacement())
    folded[unit] = letters
    return letters
  }

  private mutating func foldedSegment(_ range: Range<Int>) -> FoldedLetters {
    if let known = segments[range] { return known }
    let start = words[range.lowerBound].core.startIndex
    let end = words[range.upperBound - 1].core.endIndex
    let letters = FoldedLetters(
      String(text[start..<end]).foldingConfusables().foldingTonePlacement())
    segments[range] = letters
    return letters
  }
}
