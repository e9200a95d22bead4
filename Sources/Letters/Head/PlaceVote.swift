internal import Documents
internal import Gazetteer
internal import VietnameseText

/// Chooses among the readings of the place of a letter.
struct PlaceVote {
  let units: UnitNames

  /// How far a place may be misread that the office above bears in its name.
  private static let tolerance = 1.0

  /// `place` with the words of the reading that names a place; where none does, with those of the
  /// `issuer` that all but say it.
  func best(of place: Passage, issuer: [Passage]) -> Passage {
    let text = FieldText.joined(place.words.map(\.text))
    guard !units.isName(text) else { return place }
    let readings = place.alternatives.filter { units.isName(FieldText.joined($0.map(\.text))) }
    // The office has its seat in the place that it names.
    let tail = issuer.flatMap(\.words).suffix(place.words.count).map(\.text)
    let isNear =
      tail.count == place.words.count
      && ReadingDistance.between(
        FoldedLetters(text.lowercased()), FoldedLetters(tail.joined(separator: " ").lowercased()),
        limit: Self.tolerance) <= Self.tolerance
    var chosen = place
    if isNear, units.isName(tail.joined(separator: " ")) {
      for (index, word) in tail.enumerated() {
        let sign = place.words[index].text.hasSuffix(",") ? "," : ""
        chosen.words[index].text = word.prefix(1) + word.dropFirst().lowercased() + sign
      }
    } else if let reading = readings.max(by: { confidence($0) < confidence($1) }) {
      chosen.words = reading
    }
    return chosen
  }

  private func confidence(_ words: [TextWord]) -> Double { words.map(\.confidence).min() ?? 0 }
}
