internal import VietnameseText

/// A short list of names, found in spite of misread letters.
struct ClosedList: Sendable {
  /// A name of the list.
  struct Entry: Sendable {
    var code: String
    var name: String
    /// Whether a text may be corrected to the name; other names are only accepted as they stand.
    var isTarget: Bool
    var letters: FoldedLetters

    init(code: String, name: String, isTarget: Bool = true) {
      self.code = code
      self.name = name
      self.isTarget = isTarget
      letters = Self.letters(name)
    }

    static func letters(_ text: String) -> FoldedLetters {
      FoldedLetters(
        text.normalized().foldingConfusables().foldingWhiteSpace().foldingTonePlacement())
    }
  }

  /// How much farther the next name must lie for a correction to be safe.
  static let margin = 0.3

  var entries: [Entry]

  /// The list's judgement of `text`.
  func match(_ text: String) -> ListMatch {
    if let same = entries.first(where: { UnitSpelling.areEquivalent(text, $0.name) }) {
      return .found(text, name: same.name, code: same.code, distance: 0)
    }
    guard
      let nearest = Self.nearest(
        to: Entry.letters(text), among: entries.filter(\.isTarget), letters: \.letters,
        name: \.name)
    else { return .absent(text) }
    let (entry, distance) = nearest
    return .found(text, name: entry.name, code: entry.code, distance: distance)
  }

  /// The one candidate near `letters`; nil when there is none, or others are nearly as near.
  static func nearest<Candidate>(
    to letters: FoldedLetters, among candidates: [Candidate],
    letters print: (Candidate) -> FoldedLetters, name: (Candidate) -> String
  ) -> (candidate: Candidate, distance: Double)? {
    guard letters.count > 0 else { return nil }
    var best: (candidate: Candidate, distance: Double)?
    var rival = Double.infinity
    for candidate in candidates {
      let printed = print(candidate)
      let allowed = min(6, 0.1 + 0.2 * Double(printed.count))
      let bound = min(allowed, (best?.distance ?? allowed) + margin)
      let distance = ReadingDistance.between(letters, printed, limit: bound)
      guard distance <= bound else { continue }
      if let found = best, name(found.candidate) != name(candidate) {
        rival = min(rival, max(distance, found.distance))
      }
      if distance < best?.distance ?? .infinity { best = (candidate, distance) }
    }
    guard let best, best.distance == 0 || rival >= best.distance + margin else { return nil }
    return best
  }
}
