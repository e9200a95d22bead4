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
    let tail = seats(offices, of: place.words.count).first { tail in
      let seat = Self.folded(tail)
      return ([place.words] + place.alternatives).contains { words in
        ReadingDistance.between(Self.folded(words.map(\.text)), seat, limit: Self.tolerance)
          <= Self.tolerance
      }
    }
    var chosen = place
    if let tail {
      chosen.words = written(tail, in: place.words)
    } else if let reading = readings.max(by: { confidence($0) < confidence($1) }) {
      chosen.words = reading
    } else if let highland = highland(place.words) {
      chosen.words = highland
    }
    return chosen
  }

  /// The names of places that `offices` end with, of as many words as were read, or of one more or less: an
  /// apostrophe may part a word or join two.
  private func seats(_ offices: [[Passage]], of count: Int) -> [[String]] {
    offices.flatMap { office in
      let words = office.flatMap(\.words).map(\.text)
      return [count, count - 1, count + 1].filter { $0 > 0 }.map { Array(words.suffix($0)) }
    }.filter { units.isName($0.joined(separator: " ")) }
  }

  /// The place `tail` in small letters where `words` were read.
  private func written(_ tail: [String], in words: [TextWord]) -> [TextWord] {
    let box = PixelBox.union(of: words.map(\.box)) ?? PixelBox(x: 0, y: 0, width: 0, height: 0)
    let confidence = words.map(\.confidence).min() ?? 0
    return tail.enumerated().map { index, word in
      let sign = index == tail.count - 1 && words.last?.text.hasSuffix(",") == true ? "," : ""
      let text = word.prefix(1) + word.dropFirst().lowercased() + sign
      return tail.count == words.count
        ? TextWord(text: text, box: words[index].box, confidence: words[index].confidence)
        : TextWord(text: text, box: box, confidence: confidence)
    }
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
    FoldedLetters(words.joined().lowercased().filter(\.isLetter))
  }

  private func confidence(_ words: [TextWord]) -> Double { words.map(\.confidence).min() ?? 0 }
}
