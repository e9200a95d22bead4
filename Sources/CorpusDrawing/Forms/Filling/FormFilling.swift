package import Documents

/// Fills a form for one person on one day and notes the truth of every field it prints.
package struct FormFilling {
  /// For whom a declaration of insurance is made.
  package enum Use: CaseIterable, Sendable {
    /// Someone without a number: the first part is filled in.
    case newcomer
    /// Someone with a number: the second part is filled in.
    case participant
  }

  let template: FormTemplate
  let layout: FormLayout
  let person: Person
  /// The day on which the form is signed.
  let day: CalendarDate
  let healthFacility: String
  /// Share of the optional boxes left blank.
  let blankShare: Double
  /// Nine or twelve digits, or a passport, and the day of its issue.
  let idNumber: String
  let idIssued: CalendarDate
  let socialInsuranceNumber: String
  var writer: FormWriter
  var random: SplitMix64
  var filled: FilledForm

  /// Creates the filling of a form for `person`, who declares on `day`.
  package init(
    template: FormTemplate, layout: FormLayout, person: Person, day: CalendarDate,
    healthFacility: String, values: FormValues, seed: UInt64
  ) {
    var random = SplitMix64(seed: seed, purpose: "filling")
    (self.template, self.layout, self.person) = (template, layout, person)
    (self.day, self.healthFacility) = (day, healthFacility)
    blankShare = random.pick(weighted: [(0.0, 0.4), (0.15, 0.4), (0.45, 0.2)])
    (idNumber, idIssued) = Self.identity(of: person, on: day, with: &random)
    socialInsuranceNumber =
      day >= PersonMaker.day(2025, 8, 1) && random.chance(0.6)
      ? person.personalNumber : person.socialInsuranceNumber
    writer = FormWriter(values: values, random: SplitMix64(seed: seed, purpose: "writing"))
    filled = FilledForm(seed: seed)
    self.random = random
  }

  /// A day within the template's years.
  package static func day(
    for template: FormTemplate, with random: inout SplitMix64
  ) -> CalendarDate {
    let first = CalendarDate(iso: template.validFrom) ?? PersonMaker.day(2017, 5, 1)
    let last =
      template.validUntil.flatMap { CalendarDate(iso: $0) } ?? PersonMaker.day(2026, 10, 31)
    return first.adding(days: random.whole(0...max(first.days(to: last), 0)))
  }

  /// The paper that a person shows on `day`, and when it was issued.
  private static func identity(
    of person: Person, on day: CalendarDate, with random: inout SplitMix64
  ) -> (String, CalendarDate) {
    func issued(_ kind: DocumentKind) -> CalendarDate? {
      var draws = random
      for _ in 0..<40 {
        if let date = CardRules.issueDate(of: kind, birth: person.birth, with: &draws), date < day {
          return date
        }
      }
      return nil
    }
    if random.chance(0.03) {
      let passport = random.pick(["B", "C", "N", "P"]) + random.digits(7)
      return (passport, day.adding(days: -random.whole(200...2000)))
    }
    let former = day.year < 2021 ? 0.5 : day.year < 2025 ? 0.12 : 0
    if random.chance(former), let date = issued(.cmnd9) { return (person.formerNumber, date) }
    for kind in [DocumentKind.cccdChip, .cccdBarcode, .canCuoc2024] {
      if let date = issued(kind) { return (person.personalNumber, date) }
    }
    return (person.personalNumber, day.adding(days: -90))
  }

  /// The filled form; `use` is drawn where it is not given.
  package mutating func fill(_ use: Use? = nil) -> FilledForm {
    switch template.kind {
    case .form01: fillForm01()
    case .form602b:
      let drawn: Use = random.chance(0.5) ? .newcomer : .participant
      fillDeclaration(use ?? drawn)
    default: return fillOther()
    }
    sign()
    filled.leaveBlank(printedFields)
    return filled
  }

  /// A paper that is no form of ours: it looks like one, and its label names no field.
  private mutating func fillOther() -> FilledForm {
    let name = template.kind == .officialLetter ? person.name : person.capitalName
    filled.printed = [
      "fullName": name, "sex": person.sex.printed, "dateOfBirth": person.birth.printed(),
      "ethnicity": person.ethnicity, "nationality": "Việt Nam", "idNumber": idNumber,
      "idIssueDate": idIssued.printed(), "phone": writer.phone(person.phone),
      "email": person.email, "education": "12/12", "cash": "Tiền mặt",
      "contactAddress": person.residence(on: day).line(writer.unitStyle),
    ]
    sign()
    filled.fields = [:]
    return filled
  }

  /// The fields whose boxes the layout prints.
  private var printedFields: Set<FieldKey> {
    Set(
      layout.slots.map { slot in
        switch slot {
        case "channel.portal", "channel.ivan": .transactionChannel
        case "I.electronic", "I.paper": .resultDelivery
        case "namedOffice": .receivingOffice
        default: FieldKey(rawValue: slot.split(separator: ".").last.map(String.init) ?? slot)
        }
      })
  }

  // MARK: Parts that every form has

  mutating func isBlank() -> Bool { random.chance(blankShare) }

  /// Whether the layout prints `slot`.
  func has(_ slot: String) -> Bool { layout.slots.contains(slot) }

  /// Fills `slot` with `text`, unless the layout has no such place.
  mutating func put(_ text: String, _ slot: String, as value: String? = nil) {
    guard has(slot) else { return }
    let key = slot.split(separator: ".").last.map(String.init) ?? slot
    filled.print(text, in: slot, FieldKey(rawValue: key), as: value)
  }

  mutating func addressOffice() {
    filled.print(writer.office(of: person, on: day), in: "receivingOffice", .receivingOffice)
  }

  private mutating func sign() {
    let province = person.residence(on: day).province
    filled.printed["declaredAt"] = Address.parts(of: province).name
    filled.printed["year"] = String(day.year)
    let month = day.month ?? 1
    let padsMonth = random.chance(0.5) || month < 3
    filled.printed["month"] = padsMonth ? CalendarDate.twoDigits(month) : String(month)
    filled.printed["day"] = CalendarDate.twoDigits(day.day ?? 1)
    filled.fields[.declaredOn] = .text(String(describing: day))
    let roll = random.unit()
    if roll < 0.04 {
      filled.printed["day"] = nil
      filled.fields[.declaredOn] = .text(String(String(describing: day).prefix(7)))
    } else if roll < 0.08 {
      for slot in ["day", "month", "year"] { filled.printed[slot] = nil }
      filled.fields[.declaredOn] = .some(nil)
    }
    filled.isSigned = random.chance(0.9)
    filled.fields[.declarantSignature] = .text(filled.isSigned ? "present" : "absent")
    if random.chance(filled.isSigned ? 0.75 : 0.4) { filled.printed["signedName"] = person.name }
  }
}
