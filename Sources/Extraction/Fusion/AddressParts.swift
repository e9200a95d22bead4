import Gazetteer

/// The parts of an address that stand in boxes of their own, from the smallest unit to the largest;
/// nil where a box is empty.
///
/// Print that is too long for its box goes on where another box begins, or stands on a line with
/// it; only that all units are known tells then what belongs where.
struct AddressParts {
  let values: [String?]

  /// A detail before the units takes the first of so many boxes.
  private static let boxesWithDetail = 4
  /// A name that goes on elsewhere leaves so many words there.
  private static let strays = 1...2
  /// The words of a unit that stands behind another: "huyện Hải Hà".
  private static let unitWords = 2...5

  /// Whether the box at `index` is that of house, street and hamlet.
  func holdsDetail(at index: Int) -> Bool { index == 0 && values.count >= Self.boxesWithDetail }

  /// The parts with the last words of one given to another that they may belong to, the likeliest
  /// first.
  var rearranged: [[String?]] {
    // A name too long for its share of a row goes on at the left margin, behind the row's last part.
    var found = values.indices.reversed().flatMap { from in
      Self.strays.flatMap { count in
        values.indices.prefix(from).compactMap { moved(count, from: from, to: $0) }
      }
    }
    for from in values.indices where !holdsDetail(at: from) {
      for to in values.indices.dropFirst(from + 1) {
        if values[to] == nil {
          found += Self.unitWords.compactMap { unit($0, from: from, to: to) }
        } else {
          found += Self.strays.compactMap { moved($0, from: from, to: to) }
        }
      }
    }
    return found
  }

  /// The parts with the last `count` words of one behind another that is not empty.
  private func moved(_ count: Int, from: Int, to: Int) -> [String?]? {
    guard let words = values[from]?.split(separator: " "), words.count > count,
      let rest = values[to]
    else { return nil }
    return with(
      words.dropLast(count), at: from, rest + " " + Self.text(words.suffix(count)), at: to)
  }

  /// The parts with the unit that the last `count` words of one name in an empty one.
  private func unit(_ count: Int, from: Int, to: Int) -> [String?]? {
    guard let words = values[from]?.split(separator: " "), words.count > count,
      let first = words.suffix(count).first,
      UnitOpenings.firstSyllables.contains(first.lowercased())
    else { return nil }
    return with(words.dropLast(count), at: from, Self.text(words.suffix(count)), at: to)
  }

  private func with(
    _ words: ArraySlice<Substring>, at from: Int, _ text: String, at to: Int
  ) -> [String?] {
    var result = values
    result[from] = Self.text(words)
    result[to] = text
    return result
  }

  private static func text(_ words: ArraySlice<Substring>) -> String {
    words.joined(separator: " ")
  }
}
