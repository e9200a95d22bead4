import Documents

/// Reads the date that stands in words above a signature: "Hà Nội, ngày 05 tháng 3 năm 2026".
struct DateLineReader {
  let page: ReadingPage
  /// Whether the page is a card, whose head names no laws.
  let isCard: Bool

  /// The last line with day, month and year in words, above `bottom` where that is known.
  func read(_ field: LayoutField, above bottom: Int?) -> FieldReading {
    var best: FieldReading?
    for (index, segment) in page.segments.enumerated() {
      if let bottom, segment.box.y > bottom { continue }
      // The head of a form names the dates of laws.
      if !isCard, segment.box.midY < 0.3 * Double(page.height) { continue }
      let folded = FoldedText.fold(segment.words.map(\.text).joined())
      guard namesMonth(folded), !folded.contains("banhanh"),
        !folded.contains("nghidinh"), !folded.contains("kemtheo"), !folded.contains("namsinh")
      else { continue }
      let segments = dayBefore(index) + [segment] + yearBelow(index)
      let pieces = segments.flatMap(\.pieces)
      let parsed = FieldParser.parse(pieces, as: field)
      // A line that only speaks of days, months and years is none, once there was a date.
      if parsed.value == nil, best?.value != nil { continue }
      best = FieldReading(
        parsed, raw: parsed.value == nil ? "" : PrintedText.joined(parsed.pieces),
        labelQuality: 1, fallbackBox: nil)
    }
    return best ?? FieldReading()
  }

  /// Whether a folded line names month and year; those of a card by words with a misread letter too.
  private func namesMonth(_ folded: String) -> Bool {
    folded.contains("thang") && folded.contains("nam") || isCard && Self.isDate(folded)
  }

  /// Whether a folded line is "ngày … tháng … năm …" with all its digits, one letter of each of the
  /// last two words misread at most.
  static func isDate(_ folded: String) -> Bool {
    guard let day = folded.firstRange(of: "ngay"),
      folded.count(where: \.isNumber) >= leastDigits
    else { return false }
    let rest = Array(folded[day.upperBound...].utf8)
    return ["thang", "nam"].allSatisfy {
      PhraseMatcher($0, tolerance: 1).bestMatch(in: rest) != nil
    }
  }

  /// Day, month and year have so many digits at least.
  private static let leastDigits = 6

  /// The segment before a date's month where the place left for its day parts them.
  private func dayBefore(_ index: Int) -> [Segment] {
    let segment = page.segments[index]
    guard !FoldedText.fold(segment.words.map(\.text).joined()).contains("ngay"), index > 0
    else { return [] }
    let before = page.segments[index - 1]
    guard before.row == segment.row,
      FoldedText.fold(before.words.map(\.text).joined()).contains("ngay")
    else { return [] }
    return [before]
  }

  /// The year of a date that ends with "năm", from the line below it.
  private func yearBelow(_ index: Int) -> [Segment] {
    let segment = page.segments[index]
    guard let last = segment.words.last,
      FoldedText.fold(last.text) == "nam"
    else { return [] }
    let below = page.segments.first { other in
      other.row > segment.row && other.row - segment.row <= 2
        && ReadingPage.horizontalGap(other.box, segment.box) < 0 && other.words.count == 1
        && other.words[0].text.count(where: \.isNumber) == 4
        && Double(other.box.y - segment.box.maxY) < 1.5 * page.lineHeight
    }
    return below.map { [$0] } ?? []
  }
}
