import Documents
import VietnameseText

/// Rules about the issue and expiry of identity cards.
struct CardRules: Sendable {
  let rules: RuleFile

  func findings(_ facts: DocumentFacts) -> [Finding] {
    guard let generation = rules.generation(facts.kind) else { return [] }
    return issue(facts, generation) + issuer(facts) + expiry(facts, generation)
      + notes(facts, generation)
  }

  private func issue(_ facts: DocumentFacts, _ generation: RuleFile.Generation) -> [Finding] {
    guard let issued = facts.date(.dateOfIssue) else { return [] }
    let finding = Finding(.issueGeneration, field: .dateOfIssue)
    if issued.isCertainlyBefore(generation.issuedFrom) { return [finding] }
    if let last = generation.issuedUntil, last.isCertainlyBefore(issued) { return [finding] }
    if let birth = facts.date(.dateOfBirth),
      let youngest = birth.earliest.adding(years: generation.leastAge),
      issued.isCertainlyBefore(youngest)
    {
      return [finding]
    }
    return []
  }

  private func issuer(_ facts: DocumentFacts) -> [Finding] {
    guard let issuer = facts.text(.issuer), let issued = facts.date(.dateOfIssue) else {
      return []
    }
    let words = issuer.normalized().strippingMarks().lowercased()
    let isWrong = rules.issuers.contains { rule in
      guard words.contains(rule.contains) else { return false }
      if let from = rule.from, issued.isCertainlyBefore(from) { return true }
      if let until = rule.until, until.isCertainlyBefore(issued) { return true }
      return false
    }
    return isWrong ? [Finding(.issuerMismatch, field: .issuer)] : []
  }

  /// A card runs to the birthday at the next of the ages, or the one after when it was issued in
  /// the two years before; past the last age it has no expiry.
  private func expiry(_ facts: DocumentFacts, _ generation: RuleFile.Generation) -> [Finding] {
    guard let ages = generation.expiryAges, let last = ages.last,
      let printed = facts.text(.dateOfExpiry), let birth = facts.date(.dateOfBirth)
    else { return [] }
    let finding = Finding(.expiryRule, field: .dateOfExpiry)
    let issued = facts.date(.dateOfIssue)
    if printed == "none" {
      let latest = issued ?? facts.today
      guard let first = birth.earliest.adding(years: last - rules.yearsBeforeNextAge) else {
        return []
      }
      return latest.isCertainlyBefore(first) ? [finding] : []
    }
    guard let expiry = CalendarDate(iso: printed) else { return [] }
    guard let age = ages.first(where: { Self.isBirthday(expiry, age: $0, birth) }) else {
      return [finding]
    }
    guard let issued, issued.isComplete, birth.isComplete else { return [] }
    // The age up to which a card of this day of issue must run.
    let due = ages.first { candidate in
      birth.adding(years: candidate - rules.yearsBeforeNextAge).map { issued < $0 } ?? false
    }
    return age == due ? [] : [finding]
  }

  /// Whether a date of birth that a code gives proves the printed expiry: a misread date would
  /// hardly fall on the very birthday at one of the ages, nor read as the words for none at an age at
  /// which cards have none.
  func provesExpiry(_ facts: DocumentFacts) -> Bool {
    facts.isCoded(.dateOfBirth) && (isBirthday(facts) || mayBeForLife(facts))
  }

  /// Whether the card says that it does not expire, and its bearer was old enough for that when such
  /// cards were last issued.
  private func mayBeForLife(_ facts: DocumentFacts) -> Bool {
    guard facts.text(.dateOfExpiry) == "none", let generation = rules.generation(facts.kind),
      let last = generation.expiryAges?.last, let birth = facts.date(.dateOfBirth),
      let first = birth.adding(years: last - rules.yearsBeforeNextAge)
    else { return false }
    return first <= min(generation.issuedUntil ?? facts.today, facts.today)
  }

  /// Whether the expiry falls on the birthday at one of the ages.
  func isBirthday(_ facts: DocumentFacts) -> Bool {
    guard let ages = rules.generation(facts.kind)?.expiryAges, let birth = facts.date(.dateOfBirth),
      birth.isComplete, let expiry = facts.date(.dateOfExpiry)
    else { return false }
    return ages.contains { Self.isBirthday(expiry, age: $0, birth) }
  }

  private static func isBirthday(_ date: CalendarDate, age: Int, _ birth: CalendarDate) -> Bool {
    guard date.year == birth.year + age else { return false }
    guard let month = birth.month, let day = birth.day else { return true }
    if month == 2, day == 29, !date.isLeapDay {
      return (date.month, date.day) == (2, 28) || (date.month, date.day) == (3, 1)
    }
    return date.month == month && date.day == day
  }

  private func notes(_ facts: DocumentFacts, _ generation: RuleFile.Generation) -> [Finding] {
    var findings: [Finding] = []
    if let expiry = facts.date(.dateOfExpiry), expiry.isCertainlyBefore(facts.today) {
      findings.append(Finding(.cardExpired))
    }
    if let invalid = generation.invalidFrom, !facts.today.isCertainlyBefore(invalid) {
      findings.append(Finding(.cardSuperseded))
    }
    return findings
  }
}

extension CalendarDate {
  fileprivate var isLeapDay: Bool { month == 2 && day == 29 }
}
