import Documents

/// Rules about dates: that they exist, and come in order.
enum DateRules {
  private static let idIssueDate = FieldKey(rawValue: "idIssueDate")

  static func findings(_ facts: DocumentFacts) -> [Finding] {
    var findings: [Finding] = []
    let keys = [.dateOfBirth, .dateOfIssue, .dateOfExpiry, .declaredOn, idIssueDate]
    for key in keys {
      guard let text = facts.text(key), !(key == .dateOfExpiry && text == "none") else { continue }
      let date = CalendarDate(iso: text)
      // A birth may be known by its year alone; a card is issued, and expires, on a day.
      let isPart = date?.isComplete == false && (key == .dateOfIssue || key == .dateOfExpiry)
      if date == nil || isPart { findings.append(Finding(.dateImpossible, field: key)) }
    }
    let orders: [(FieldKey, FieldKey)] = [
      (.dateOfBirth, .dateOfIssue), (.dateOfBirth, .dateOfExpiry), (.dateOfIssue, .dateOfExpiry),
      (.dateOfBirth, .declaredOn), (idIssueDate, .declaredOn), (.dateOfBirth, idIssueDate),
    ]
    for (earlier, later) in orders {
      guard let first = facts.date(earlier), let second = facts.date(later) else { continue }
      let isSameDay = first == second && first.isComplete
      let mayBeSameDay = earlier == idIssueDate
      if second.isCertainlyBefore(first) || isSameDay && !mayBeSameDay {
        findings.append(
          Finding(
            .dateOrder, field: later,
            details: ["earlier": earlier.rawValue, "later": later.rawValue]))
      }
    }
    for key in keys where key != .dateOfExpiry {
      guard let date = facts.date(key), facts.today.isCertainlyBefore(date) else { continue }
      findings.append(
        Finding(.dateOrder, field: key, details: ["earlier": key.rawValue, "later": "today"]))
    }
    return findings
  }
}
