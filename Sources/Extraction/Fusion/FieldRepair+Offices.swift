import Documents
import Gazetteer
import VietnameseText

/// The repair of offices: the police that a seal names, and what the units in a name give away.
extension FieldRepair {
  /// A police office that ends with its unit, without the print of a stamp behind that.
  static func seal(
    of value: String, _ field: LayoutField, _ gazetteer: Gazetteer
  ) -> Repaired {
    let read = value.split(separator: " ").map(String.init)
    let words = withOpening(read, of: field)
    if let whole = policeOfProvince(words, gazetteer) {
      return Repaired(
        value: whole,
        repairs: whole == value
          ? [] : [Repair(from: value, to: whole, why: "gazetteer", probability: 0.95)],
        lexicon: whole == value ? .exact : .corrected)
    }
    for dropped in 0...2 where words.count - dropped >= 4 {
      let kept = words.dropLast(dropped).joined(separator: " ")
      let match = gazetteer.address(kept)
      guard match.province != nil || match.district != nil,
        dropped == 0 || match.repairs.isEmpty
      else { continue }
      // Words between the office and its unit are another stamp's or another unit's.
      let office = match.detail.map { $0.split(separator: " ").map(String.init) } ?? []
      if let end = endOfOffice(office), end < office.count {
        return Repaired(value: value, lexicon: .absent)
      }
      return Repaired(
        value: match.text,
        repairs: match.repairs
          + (dropped == 0
            ? [] : [Repair(from: value, to: kept, why: "gazetteer", probability: 0.95)]),
        lexicon: match.repairs.isEmpty && dropped == 0 ? .exact : .corrected)
    }
    return Repaired(value: value)
  }

  /// The words with marks and letter case of those right that the office begins with: "TÍNH" before
  /// a province, "Đốc" among capitals, of which a few look like their small letters.
  private static func withOpening(_ read: [String], of field: LayoutField) -> [String] {
    guard let end = endOfOffice(read) else { return read }
    let areCapitals = 2 * read.count { $0 == $0.uppercased() } > read.count
    let words = read.enumerated().map { $0 < end && areCapitals ? $1.uppercased() : $1 }
    func letters(_ word: String) -> String { PrintComparison.key(word).strippingMarks() }
    let known =
      field.labels.flatMap { $0.split(separator: " ").map(String.init) }
      + UnitOpenings.syllables.map { $0.uppercased() }
    return words.enumerated().map { index, word in
      guard index < end, word == word.uppercased(), !known.contains(word) else { return word }
      let meant = Set(known.filter { letters($0) == letters(word) })
      return meant.count == 1 ? meant.first ?? word : word
    }
  }

  /// The words of a police office up to the province that it is of, where that is read to the letter;
  /// nil for other offices.
  private static func policeOfProvince(_ words: [String], _ gazetteer: Gazetteer) -> String? {
    guard let start = endOfOffice(words), start < words.count else { return nil }
    for end in stride(from: words.count, to: start, by: -1) {
      let match = gazetteer.address(words[start..<end].joined(separator: " "))
      if match.lexicon == .exact, match.province != nil, match.district == nil, match.ward == nil,
        match.detail == nil, !lacksDash(match)
      {
        return words[..<end].joined(separator: " ")
      }
    }
    return nil
  }

  /// Where the words for "police of the province" end, whatever their marks; nil without them.
  private static func endOfOffice(_ words: [String]) -> Int? {
    let keys = words.map { PrintComparison.key($0).strippingMarks() }
    let police: Int
    // Cà Mau has the letters of the abbreviation.
    if let index = keys.firstIndex(of: "an"), index > 0, keys[index - 1] == "cong" {
      police = index + 1
    } else if let index = keys.firstIndex(of: "ca") {
      police = index + 1
    } else {
      return nil
    }
    guard police < keys.count else { return police }
    if ["tinh", "tp"].contains(keys[police]) { return police + 1 }
    let isCity = keys[police] == "thanh" && keys.dropFirst(police + 1).first == "pho"
    return isCity ? police + 2 : police
  }

  /// An office that no opening of the list fits, with the units in its name corrected.
  static func seat(of value: String, _ gazetteer: Gazetteer) -> Repaired {
    let words = value.split(separator: " ")
    let seats = gazetteer.officeSeats
    guard let start = words.firstIndex(where: { seats.contains(PrintComparison.key($0)) }),
      start > 0
    else { return Repaired(value: value, lexicon: .absent) }
    let match = gazetteer.address(words[start...].joined(separator: " "))
    return Repaired(
      value: (words[..<start].map(String.init) + [match.text]).joined(separator: " "),
      repairs: match.repairs, lexicon: .absent)
  }
}
