import CorpusDrawing
import Documents

/// Thẻ căn cước under the law of 2023, from July 2024.
struct IdentityCard2024 {
  let bearer: CardBearer
  let look: CardLook
  let residence: String
  let birthPlace: String
  let qr: String
  let seed: UInt64

  private var person: Person { bearer.person }

  init(bearer: CardBearer, look: CardLook, with random: inout SplitMix64) {
    self.bearer = bearer
    var look = look
    look.labelInk = Ink(hex: random.pick([0x3c3f8f, 0x4a3f94, 0x2e4a8c]))
    self.look = look
    let person = bearer.person
    let style: Address.Style = random.chance(0.75) ? .names : .full
    residence = person.residence(on: bearer.issued).line(style)
    birthPlace = person.birthRegistration.line(style)
    var parts = [
      person.personalNumber, bearer.ageAtIssue >= 23 ? person.formerNumber : "", person.name,
      person.birth.compact, person.sex.printed, residence, bearer.issued.compact,
    ]
    if bearer.ageAtIssue < 14 {
      // The order of what follows the seven fields is not published.
      let parents = [person.fatherName, person.motherName]
      parts += random.pick([[""] + parents, parents + [""], parents, ["", ""] + parents])
    } else if random.chance(0.6) {
      parts += [String](repeating: "", count: random.whole(1...3))
      // The number that the bearer had before the present one.
      if random.chance(0.08) { parts[7] = person.personalNumber.prefix(6) + random.digits(6) }
    }
    qr = parts.joined(separator: "|")
    seed = random.next()
  }

  var front: CardFace {
    CardFace(
      kind: .canCuoc2024, side: .front,
      fields: CardText.fields([
        (.personalNumber, person.personalNumber), (.fullName, person.capitalName),
        (.dateOfBirth, person.birth.description), (.sex, person.sex.rawValue),
        (.nationality, "Việt Nam"),
      ]), draw: drawFront)
  }

  var back: CardFace {
    CardFace(
      kind: .canCuoc2024, side: .back,
      fields: CardText.fields(
        bearer.zoneFields + [
          (.placeOfResidence, residence), (.placeOfBirth, birthPlace),
          (.dateOfIssue, bearer.issued.description), (.issuer, "BỘ CÔNG AN"),
        ]), draw: drawBack)
  }

  private func drawFront(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed)
    let pen = CardPen(canvas: canvas, look: look)
    CardGround.draw(
      on: canvas, inks: [0xe4ebf6, 0xf4efe0, 0xdfeaf2],
      lines: [Ink(hex: 0x6f86c0, alpha: 0.27), Ink(hex: 0xcf9a6f, alpha: 0.25)], with: &random)
    Ornament.emblem(on: canvas, centre: Point(11, 9.2), radius: 6)
    if bearer.ageAtIssue >= 6 {
      PortraitStandIn.draw(
        on: canvas, x: 3.6, y: 18, width: 20, height: 30, isFemale: person.sex == .female,
        with: &random)
    }
    let middle = 52 + look.shift.x
    try CardHead.draw(on: canvas, middle: middle, limit: 50, look: look)
    let title = TextStyle(
      family: look.family, size: 3.7, isBold: true, ink: Ink(hex: 0xc8202a))
    try canvas.text("CĂN CƯỚC", centredAt: middle, baseline: 17, style: title)
    try canvas.text(
      "IDENTITY CARD", centredAt: middle, baseline: 20, style: title.with { $0.size = 2.4 })
    Ornament.chip(on: canvas, x: 74, y: 14.6, width: 6.5, height: 5)

    let x = 26.5 + look.shift.x
    var y = 24.2 + look.shift.y
    let gap = look.stacksLabels ? 4.2 : 3.5
    let number = look.value.with {
      $0.size = look.valueSize * 1.4
      $0.isBold = true
    }
    try pen.label("Số định danh cá nhân", "Personal identification number", at: Point(x, y))
    try pen.value(person.personalNumber, at: Point(x, y + gap + 0.5), style: number)
    y += 2 * gap + 0.7
    try pen.label("Họ, chữ đệm và tên khai sinh", "Full name", at: Point(x, y))
    let name = try canvas.fitted(
      person.capitalName, style: look.value.with { $0.isBold = true }, limit: 56)
    try pen.value(person.capitalName, at: Point(x, y + gap), style: name)
    y += 2 * gap
    let end = try pen.label("Ngày, tháng, năm sinh", "Date of birth", at: Point(x, y))
    try pen.value(person.birth.printed(), at: Point(x, y + gap), style: look.value)
    let right = max(end + 2, 63)
    try pen.label("Giới tính", "Sex", at: Point(right, y))
    try pen.value(person.sex.printed, at: Point(right, y + gap), style: look.value)
    y += 2 * gap
    try pen.line("Quốc tịch", "Nationality", "Việt Nam", at: Point(x, min(y, 52)))
  }

  private func drawBack(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed &+ 1)
    let pen = CardPen(canvas: canvas, look: look)
    CardGround.draw(
      on: canvas, inks: [0xeef0e4, 0xdfe7f3, 0xf3ecdf],
      lines: [Ink(hex: 0x7f8fc4, alpha: 0.25), Ink(hex: 0x8fb08a, alpha: 0.25)], with: &random)
    let x = 4.2 + look.shift.x
    let step = look.stacksLabels ? 3.3 : 2.85
    var y = 4.4 + look.shift.y
    let value = look.value.with { $0.size = look.valueSize * 0.94 }
    y +=
      Double(
        try pen.block(
          "Nơi cư trú", "Place of residence", residence, at: Point(x, y), width: 77,
          lineHeight: step, placement: look.residencePlacement == .beneath ? .beneath : .sameLine,
          style: value)) * step + step
    y +=
      Double(
        try pen.block(
          "Nơi đăng ký khai sinh", "Place of birth", birthPlace, at: Point(x, y),
          width: y > 12 ? 59 : 77, lineHeight: step, placement: .beneath, style: value)) * step
    Ornament.chip(on: canvas, x: 5, y: 20, width: 12.5, height: 10.5)
    let code = try CodeGrid(qr: qr)
    canvas.rectangle(x: 64, y: 16.2, width: 18.4, height: 18.4, fill: Ink(1, 1, 1, alpha: 0.85))
    code.draw(on: canvas, x: 64.6, y: 16.8, width: 17.2, height: 17.2)
    let left = 28 + look.shift.x
    let tight = 2.7
    y = 20.3 + look.shift.y
    let pairs = [
      ("Ngày, tháng, năm cấp", "Date of issue", bearer.issued.printed()),
      ("Ngày, tháng, năm hết hạn", "Date of expiry", bearer.expiryText),
    ]
    let small = CardPen(
      canvas: canvas,
      look: {
        var smaller = look
        smaller.labelSize *= 0.9
        smaller.stacksLabels = false
        return smaller
      }())
    for (vietnamese, english, text) in pairs {
      try small.label(vietnamese, english, at: Point(left, y))
      try pen.value(text, at: Point(left, y + tight), style: value)
      y += tight * 2
    }
    let issuer = look.label.with {
      $0.isBold = true
      $0.ink = look.valueInk
    }
    try canvas.text("BỘ CÔNG AN", centredAt: 41, baseline: 31.9, style: issuer)
    try canvas.text(
      "MINISTRY OF PUBLIC SECURITY", centredAt: 41, baseline: 34.2,
      style: issuer.with { $0.size *= 0.8 })
    try ZonePrinter.draw(bearer.zone, on: canvas)
  }
}
