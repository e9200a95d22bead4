import Documents

extension FormFilling {
  /// Fills form TK1-TS for `use`; the version decides which part holds what.
  mutating func fillDeclaration(_ use: Use) {
    addressOffice()
    if let version = template.version { filled.fields[.formVersion] = .text(version) }
    if template.version == "595" {
      fillPerson(part: "I")
      fillHome()
      fillGeneralPart(use)
    } else if use == .newcomer {
      fillPerson(part: "I")
      fillHome()
      fillContributions()
      if !isBlank() { put(writer.phone(person.phone), "I.phone", as: person.phone) }
      if template.version != "888", !isBlank() { putAttachments() }
      if template.version != "888", random.chance(0.6) { putChange() }
    } else {
      fillPerson(part: "II")
      put(socialInsuranceNumber, "II.socialInsuranceNumber")
      if random.chance(0.35) { put(writer.phone(person.phone), "I.phone", as: person.phone) }
      if random.chance(0.25) { put(person.email, "I.email") }
      if template.version != "888" || random.chance(0.3) { fillContributions() }
      putChange()
      if !isBlank() { putAttachments() }
    }
  }

  /// Name, birth, sex, origin and number, in the part that holds them.
  private mutating func fillPerson(part: String) {
    put(person.capitalName, part + ".fullName")
    let birthday = writer.birthday(of: person)
    put(birthday.printed, part + ".dateOfBirth", as: birthday.value)
    put(person.sex.printed, part + ".sex", as: person.sex.rawValue)
    if !isBlank() { put("Việt Nam", part + ".nationality") }
    if !isBlank() { put(person.ethnicity, part + ".ethnicity") }
    put(idNumber, part + ".idNumber")
    putUnits(of: person.birthRegistration, part: part, prefix: "birth")
    if !isBlank() {
      put(person.birthRegistration.unitsLine(writer.unitStyle), part + ".birthPlace")
    }
    if random.chance(0.6) { put(person.email, part + ".email") }
    if random.chance(0.1) {
      put(random.chance(0.5) ? person.fatherName : person.motherName, part + ".guardianName")
    }
  }

  /// The units of a place; the district's box stays empty where there is none.
  private mutating func putUnits(of place: Address, part: String, prefix: String) {
    let units = [
      ("Ward", place.ward), ("District", place.district), ("Province", place.province),
    ]
    for case (let level, let name?) in units {
      put(writer.unit(name), "\(part).\(prefix)\(level)")
    }
  }

  /// Where results go: an address, or since 2023 an electronic copy.
  private mutating func fillHome() {
    if has("I.electronic") {
      let roll = random.unit()
      filled.ticked = roll < 0.35 ? ["I.electronic"] : roll < 0.9 ? ["I.paper"] : []
      let value: FieldValue? =
        filled.ticked == ["I.electronic"]
        ? "electronic" : filled.ticked == ["I.paper"] ? "paper" : nil
      filled.fields[.resultDelivery] = .some(value)
      if filled.ticked == ["I.electronic"], random.chance(0.6) { return }
    }
    let home = person.residence(on: day)
    if !isBlank() { put(home.detail, "I.addressDetail") }
    putUnits(of: home, part: "I", prefix: "address")
  }

  /// The second part of the version of 2017, which everyone filled in.
  private mutating func fillGeneralPart(_ use: Use) {
    if use == .participant { put(socialInsuranceNumber, "II.socialInsuranceNumber") }
    if !isBlank() { put(writer.phone(person.phone), "II.phone", as: person.phone) }
    put(idNumber, "II.idNumber")
    if !isBlank() { put(person.householdNumber, "II.householdNumber") }
    fillContributions()
    if use == .participant || random.chance(0.5) { putChange() }
    if !isBlank() { putAttachments() }
  }

  private mutating func fillContributions() {
    for part in ["I", "II"] {
      let base = layout.boxes.first { $0.slot == part + ".contributionBase" }
      guard let base else { continue }
      let amount = writer.amount(hasUnit: base.tail != nil)
      put(amount.printed, part + ".contributionBase", as: amount.digits)
      if !random.chance(blankShare / 2) {
        put(random.pick(writer.values.paymentMethods), part + ".paymentMethod")
      }
      if !isBlank() { put(healthFacility, part + ".healthFacility") }
    }
  }

  private mutating func putChange() {
    put(writer.requestedChange(on: day), "II.requestedChange")
  }

  private mutating func putAttachments() {
    put(random.pick(writer.values.attachments), "II.attachments")
  }
}
