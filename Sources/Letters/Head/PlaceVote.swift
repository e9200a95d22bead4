internal import Documents
internal import Gazetteer
internal import VietnameseText

/// Chooses among the readings of the place of a letter.
struct PlaceVote {
  let units: UnitNames

  /// How far a place may be misread that the office above bears in its name.
  private static let tolerance = 1.0

  /// `place` with the words of the reading that names a place; where none does, with those that one of the
  /// `offices` ends with and that all but say it.
  func best(of place: Passage, offices: [[Passage]]) -> Passage {
    let text = FieldText.joined(place.words.map(\.text))
    guard !units.isName(text) else { return place }
    let readings = place.alternatives.filter { units.isName(FieldText.joined($0.map(\.text))) }
    // An office has its seat in the place that it names.
    let seats = offices.map { $0.flatMap(\.words).suffix(place.words.count).map(\.text) }
    let tail = seats.first { tail in
      let seat = Self.folded(tail)
      return units.isName(tail.joined(separator: " "))
        && ([place.words] + place.alternatives).contains { words in
          let read = words.map(\.text)
          return tail.count == read.count
            && ReadingDistance.between(Self.folded(read), seat, limit: Self.tolerance)
              <= Self.tolerance
        }
    }
    var chosen = place
    if let tail {
      for (index, word) in tail.enumerated() {
        let sign = place.words[index].text.hasSuffix(",") ? "," : ""
        chosen.words[index].text = word.prefix(1) + word.dropFirst().lowercased() + sign
      }
    } else if let reading = readings.max(by: { confidence($0) < confidence($1) }) {
      chosen.words = reading
    } else if let highland = highland(place.words) {
      chosen.words = highland
    }
    return chosen
  }

  /// `words` of a name of the highlands with the sign that parts its first letter, M'Đrắk, where that
  /// came out as a space; nil where it is no such name.
  private func highland(_ words: [TextWord]) -> [TextWord]? {
    guard
      let index = words.indices.dropLast().first(where: {
        words[$0].text.count == 1 && words[$0].text.first?.isUppercase == true
      })
    else { return nil }
    var result = words
    result[index].text += "'" + result.remove(at: index + 1).text
    result[index].box =
      PixelBox.union(of: words[index...(index + 1)].map(\.box)) ?? words[index].box
    return units.isName(FieldText.joined(result.map(\.text))) ? result : nil
  }

  /// The letters of `words` to be compared.
  private static func folded(_ words: [String]) -> FoldedLetters {
    FoldedLetters(words.joined(separator: " ").lowercased().filter { $0.isLetter || $0 == " " })
  }

  private func confidence(_ words: [TextWord]) -> Double { words.map(\.confidence).min() ?? 0 }
}
