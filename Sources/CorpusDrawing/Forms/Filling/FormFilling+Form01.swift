import Documents

extension FormFilling {
  mutating func fillForm01() {
    addressOffice()
    let name = random.chance(0.7) ? person.capitalName : person.name
    put(name, "fullName", as: person.capitalName)
    put(socialInsuranceNumber, "socialInsuranceNumber")
    put(idNumber, "idNumber")
    if !isBlank() { put(idIssued.printed(), "idIssueDate", as: String(describing: idIssued)) }
    if !isBlank() {
      put(writer.issuePlace(of: person, idNumber: idNumber, issued: idIssued), "idIssuePlace")
    }
    if !random.chance(blankShare / 3) {
      put(person.residence(on: day).line(writer.unitStyle), "contactAddress")
    }
    if random.chance(0.75), !isBlank() { put(person.email, "email") }
    if !random.chance(blankShare / 3) { put(writer.phone(person.phone), "phone", as: person.phone) }
    if random.chance(0.3) {
      let digits = Array("0123456789ABCDEF")
      let count = random.pick([12, 28])
      put(
        "5401" + String((0..<count).map { _ in random.pick(digits) }), "certificateSerial")
    }
    chooseChannel()
    if has("namedOffice") {
      filled.printed["namedOffice"] = filled.printed["receivingOffice"]
      if random.chance(0.3) { filled.printed["receivingOffice"] = "Bảo hiểm xã hội Việt Nam" }
    }
  }

  private mutating func chooseChannel() {
    let roll = random.unit()
    if roll < 0.7 {
      filled.ticked = ["channel.portal"]
    } else if roll < 0.88 {
      filled.ticked = ["channel.ivan"]
    } else if roll < 0.91 {
      filled.ticked = ["channel.portal", "channel.ivan"]
    }
    let value: FieldValue? =
      filled.ticked == ["channel.portal"]
      ? "portal" : filled.ticked == ["channel.ivan"] ? "ivan" : nil
    filled.fields[.transactionChannel] = .some(value)
  }
}
