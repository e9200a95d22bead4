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
      let own = Self.folded([segment])
      let before = own.contains("thang") || own.contains("nam") ? dayBefore(index, says: own) : []
      let below = restBelow(index, reaching: before.first?.box.x ?? segment.box.x)
      let folded = below.isEmpty ? own : Self.folded([segment] + below)
      guard namesMonth(folded), !folded.contains("banhanh"),
        !folded.contains("nghidinh"), !folded.contains("kemtheo"), !folded.contains("namsinh")
      else { continue }
      let segments = before + [segment] + below
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

  /// The letters of `segments` to be compared.
  private static func folded(_ segments: [Segment]) -> String {
    FoldedText.fold(segments.flatMap(\.words).map(\.text).joined())
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

  /// The segment before a date's month where the place left for its day parts them; the segment itself
  /// says `own`.
  private func dayBefore(_ index: Int, says own: String) -> [Segment] {
    let segment = page.segments[index]
    guard !own.contains("ngay"), index > 0 else { return [] }
    let before = page.segments[index - 1]
    guard before.row == segment.row, Self.folded([before]).contains("ngay") else { return [] }
    return [before]
  }

  /// The year of a date that ends with "năm" or with its month, from the line below it; the date's line
  /// begins at the column `left`.
  private func restBelow(_ index: Int, reaching left: Int) -> [Segment] {
    let segment = page.segments[index]
    guard let last = segment.words.last?.text else { return [] }
    let endsWithYear = FoldedText.fold(last) == "nam"
    guard endsWithYear || endsWithMonth(segment) else { return [] }
    let below = page.segments.first { other in
      other.row > segment.row && other.row - segment.row <= 2
        && other.box.maxX > left && other.box.x < segment.box.maxX
        && Double(other.box.y - segment.box.maxY) < 1.5 * page.lineHeight
        && isYear(other, named: !endsWithYear)
    }
    return below.map { [$0] } ?? []
  }

  /// Whether the segment names day and month, and ends with the month's number.
  private func endsWithMonth(_ segment: Segment) -> Bool {
    let words = segment.words.suffix(2).map(\.text)
    guard words.count == 2, FoldedText.fold(words[0]).hasSuffix("thang"),
      (1...2).contains(words[1].count), words[1].allSatisfy(\.isNumber)
    else { return false }
    return Self.folded([segment]).contains("ngay")
  }

  /// Whether the segment is a year alone, `named` with the word for it.
  private func isYear(_ segment: Segment, named: Bool) -> Bool {
    guard segment.words.count == (named ? 2 : 1), let year = segment.words.last,
      year.text.count(where: \.isNumber) == 4
    else { return false }
    return !named || FoldedText.fold(segment.words[0].text) == "nam"
  }
}
