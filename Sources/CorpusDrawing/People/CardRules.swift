package import Documents

/// When cards of each generation were issued, by whom, and until when they hold.
package enum CardRules {
  /// A day of issue on which `kind` was issued and the bearer was old enough; nil when there was
  /// none.
  package static func issueDate(
    of kind: DocumentKind, birth: CalendarDate, with random: inout SplitMix64
  ) -> CalendarDate? {
    let span: (CalendarDate, CalendarDate, age: Int)
    switch kind {
    case .cmnd9: span = (day(1996, 1, 2), day(2016, 6, 30), 14)
    case .cmnd12: span = (day(2012, 9, 20), day(2015, 12, 30), 14)
    case .cccdBarcode: span = (day(2016, 1, 4), day(2021, 1, 20), 14)
    case .cccdChip: span = (day(2021, 3, 1), day(2024, 6, 28), 14)
    default: span = (day(2024, 7, 1), day(2026, 10, 30), 0)
    }
    guard let grown = birth.adding(years: span.age) else { return nil }
    let first = max(span.0, grown.adding(days: 12))
    let days = first.days(to: span.1)
    guard days >= 0 else { return nil }
    return first.adding(days: random.whole(0...days))
  }

  /// Until when a card holds; nil without limit.
  ///
  /// Renewal falls due on the birthdays that the law
  /// names; a card issued within two years before one holds to the next.
  package static func expiry(
    of kind: DocumentKind, birth: CalendarDate, issued: CalendarDate
  ) -> CalendarDate? {
    let ages: [Int]
    switch kind {
    case .cmnd9, .cmnd12: return issued.adding(years: 15)
    case .canCuoc2024: ages = [14, 25, 40, 60]
    default: ages = [25, 40, 60]
    }
    for age in ages {
      guard let due = birth.adding(years: age), let latest = due.adding(years: -2) else { continue }
      if issued < latest { return due }
    }
    return nil
  }

  /// Who issued the card, in capitals as printed.
  package static func issuer(of kind: DocumentKind, issued: CalendarDate) -> String {
    switch kind {
    case .canCuoc2024: "BỘ CÔNG AN"
    case .cccdBarcode where issued < day(2018, 11, 1):
      "CỤC TRƯỞNG CỤC CẢNH SÁT ĐKQL CƯ TRÚ VÀ DLQG VỀ DÂN CƯ"
    case .cmnd12: "CỤC TRƯỞNG CỤC CẢNH SÁT ĐKQL CƯ TRÚ VÀ DLQG VỀ DÂN CƯ"
    default: "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI"
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    PersonMaker.day(year, month, day)
  }
}
