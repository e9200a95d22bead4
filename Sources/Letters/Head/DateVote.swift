/// What the readings of the line of a date say together.
///
/// A day that a hand filled in comes out as anything, each time as something else, and never surely.
struct DateVote {
  /// What most speaks for; unreadable where a hand wrote it.
  let reading: PlaceAndDate.Reading
  /// Whether the day was not legible.
  let isDoubtful: Bool
  /// Whether readings say different days, or none is sure of it.
  let isDisputed: Bool

  /// A date that was read with less, and by each reading as another, was written by hand.
  private static let legible = 0.6
  /// A printed day is read by one reading at least with as much.
  private static let printed = 0.85
  /// The same where every reading says the same day.
  private static let agreed = 0.75

  /// Counts the other readings of `row`, the line that says `date`.
  init(_ date: PlaceAndDate, in row: Passage) {
    let others = row.alternatives.compactMap {
      PlaceAndDate(Passage(page: row.page, words: $0))
    }
    var reading = date.reading
    if reading == .unreadable, date.day != nil {
      // Another reading of the line may have month and year.
      let other = others.first { if case .value = $0.reading { true } else { false } }
      reading = other?.reading ?? reading
    }
    if !others.isEmpty, !others.contains(where: { $0.reading == reading }),
      row.part(date.placeEnd...).confidence < Self.legible
    {
      reading = .unreadable
    }
    // A reading that has no day is sure of none.
    let confidences = ([date] + others).filter { $0.day != nil }.map(\.dayConfidence)
    let isAgreed = others.count > 1 && others.allSatisfy { $0.day == date.day }
    let isPrinted =
      confidences.contains { $0 >= Self.printed }
      || isAgreed && confidences.allSatisfy { $0 >= Self.agreed }
    let isWritten = date.day != nil && !isPrinted
    if isWritten, case .value = reading { reading = .unreadable }
    self.reading = reading
    isDoubtful = date.day == nil
    isDisputed = isWritten || others.contains { $0.day != date.day }
  }
}
