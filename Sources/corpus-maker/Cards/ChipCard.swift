import CorpusDrawing
import Documents

/// Căn cước công dân with a chip, 2021 to 2024.
struct ChipCard {
  let bearer: CardBearer
  let residence: String
  let origin: String
  let look: CardLook
  var qr: String
  /// Draws the same ornaments each time a side is drawn.
  let seed: UInt64

  private var person: Person { bearer.person }

  init(bearer: CardBearer, look: CardLook, with random: inout SplitMix64) {
    self.bearer = bearer
    self.look = look
    let person = bearer.person
    residence = person.formerResidence.line(.names)
    origin = person.origin.line(.names)
    qr = [
      person.personalNumber, random.chance(0.7) ? person.formerNumber : "", person.name,
      person.birth.compact, person.sex.printed, residence, bearer.issued.compact,
    ].joined(separator: "|")
    seed = random.next()
  }

  var front: CardFace {
    CardFace(
      kind: .cccdChip, side: .front,
      fields: CardText.fields([
        (.personalNumber, person.personalNumber), (.fullName, person.capitalName),
        (.dateOfBirth, person.birth.description), (.sex, person.sex.rawValue),
        (.nationality, "Việt Nam"), (.placeOfOrigin, origin), (.placeOfResidence, residence),
        (.dateOfExpiry, bearer.expiryValue),
      ]), draw: drawFront)
  }

  var back: CardFace {
    CardFace(
      kind: .cccdChip, side: .back,
      fields: CardText.fields(
        bearer.zoneFields + [
          (.personalIdentification, person.marks), (.dateOfIssue, bearer.issued.description),
          (.issuer, CardRules.issuer(of: .cccdChip, issued: bearer.issued)),
        ]), draw: drawBack)
  }

  private func drawFront(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed)
    let pen = CardPen(canvas: canvas, look: look)
    CardGround.draw(
      on: canvas, inks: [0xd7ebe6, 0xf3efdc, 0xe6eef2],
      lines: [Ink(hex: 0x5fa79b, alpha: 0.3), Ink(hex: 0xc98b8b, alpha: 0.25)], with: &random)
    Ornament.emblem(on: canvas, centre: Point(11, 9.2), radius: 6)
    PortraitStandIn.draw(
      on: canvas, x: 4, y: 17.2, width: 20, height: 28.6, isFemale: person.sex == .female,
      with: &random)
    let middle = 46 + look.shift.x
    try CardHead.draw(on: canvas, middle: middle, limit: 42.5, look: look)
    let title = TextStyle(
      family: look.family, size: 3.7, isBold: true, ink: Ink(hex: 0xc8202a))
    try canvas.text(
      "CĂN CƯỚC CÔNG DÂN", centredAt: middle, baseline: 17.6, style: title, limit: 41)
    try canvas.text(
      "Citizen Identity Card", centredAt: middle, baseline: 20.5,
      style: title.with {
        $0.size = 2.3
        $0.isItalic = false
      })
    let code = try CodeGrid(qr: qr)
    canvas.rectangle(x: 68.4, y: 3.4, width: 14, height: 14, fill: Ink(1, 1, 1, alpha: 0.75))
    code.draw(on: canvas, x: 69, y: 4, width: 12.8, height: 12.8)

    let x = 27 + look.shift.x
    let width = 82.8 - x
    let step = 3.13
    let row = look.stacksLabels ? 3.75 : step
    var y = 24.7 + look.shift.y
    try pen.line(
      "Số", "No.", person.personalNumber, at: Point(x, y),
      style: look.value.with {
        $0.size = look.valueSize * 1.5
        $0.isBold = true
        $0.ink = look.numberInk
      })
    y += row
    let name = look.value.with { $0.isBold = true }
    y +=
      Double(
        try pen.block(
          "Họ và tên", "Full name", person.capitalName, at: Point(x, y), width: width,
          lineHeight: step, placement: look.namePlacement, style: name)) * step
    y += row
    try pen.line(
      "Ngày sinh", "Date of birth", person.birth.printed(), at: Point(x, y))
    y += row
    let end = try pen.line("Giới tính", "Sex", person.sex.printed, at: Point(x, y))
    try pen.line("Quốc tịch", "Nationality", "Việt Nam", at: Point(max(end + 1.6, x + 19), y))
    y += row
    y +=
      Double(
        try pen.block(
          "Quê quán", "Place of origin", origin, at: Point(x, y), width: width, lineHeight: step,
          placement: look.originPlacement)) * step
    y += row
    try pen.block(
      "Nơi thường trú", "Place of residence", residence, at: Point(x, y), width: width,
      lineHeight: step, placement: look.residencePlacement, breakAfterFirstPart: true,
      limit: 2)

    try drawExpiry(canvas)
  }

  private func drawExpiry(_ canvas: PageCanvas) throws {
    let small = look.label.with { $0.size = 1.8 }
    let start = 2.6
    let label = "Có giá trị đến" + (look.hasColons ? ":" : "")
    let labelStyle = try canvas.fitted(label, style: small, limit: 12)
    let room = try canvas.text(label, at: Point(start, 48.6), style: labelStyle).width + 0.6
    try canvas.text(
      "Date of expiry", at: Point(start, 51), style: small.italic.with { $0.size = 1.6 })
    let style = small.with {
      $0.isBold = look.hasBoldValues
      $0.ink = look.valueInk
    }
    try canvas.text(
      bearer.expiryText, at: Point(start + room, 48.6),
      style: canvas.fitted(bearer.expiryText, style: style, limit: 25.4 - start - room))
  }

  private func drawBack(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed &+ 1)
    let pen = CardPen(canvas: canvas, look: look)
    CardGround.draw(
      on: canvas, inks: [0xe9efe2, 0xdcebe9, 0xf4ecdd],
      lines: [Ink(hex: 0x76a38a, alpha: 0.28), Ink(hex: 0xc9a46b, alpha: 0.25)], with: &random)
    let x = 5.5 + look.shift.x
    var y = 5.2 + look.shift.y
    let step = look.stacksLabels ? 3.7 : 3.2
    y +=
      Double(
        try pen.block(
          "Đặc điểm \(look.slash == "/" ? "nhận" : "nhân") dạng", "Personal identification",
          person.marks, at: Point(x, y), width: 46, lineHeight: step, placement: .beneath)) * step
    y += step
    try pen.line(
      "Ngày, tháng, năm", "Date, month, year", bearer.issued.printed(), at: Point(x, y))
    y += step
    let centre = 34 + look.shift.x
    let title = look.label.with {
      $0.isBold = true
      $0.size = 1.95
    }
    try canvas.text("CỤC TRƯỞNG CỤC CẢNH SÁT", centredAt: centre, baseline: y, style: title)
    try canvas.text(
      "QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI", centredAt: centre, baseline: y + 2.5, style: title,
      limit: 41)
    let english = title.with {
      $0.size = 1.25
      $0.isBold = false
    }
    try canvas.text(
      "DIRECTOR GENERAL OF THE POLICE DEPARTMENT", centredAt: centre, baseline: y + 4.4,
      style: english)
    try canvas.text(
      "FOR ADMINISTRATIVE MANAGEMENT OF SOCIAL ORDER", centredAt: centre, baseline: y + 6.1,
      style: english)
    Ornament.chip(on: canvas, x: 5, y: 22.5, width: 12, height: 10)
    PenMarks.signature(
      on: canvas, centre: Point(34, 26), width: 15, height: 4, ink: Ink(0.1, 0.1, 0.15),
      with: &random)
    try PenMarks.roundStamp(
      on: canvas, centre: Point(26.5, 26.2), radius: 5.6, ring: "BỘ CÔNG AN * CỤC CẢNH SÁT",
      middle: ["QUẢN LÝ", "HÀNH CHÍNH"], family: look.family,
      ink: Ink(0.85, 0.1, 0.15, alpha: 0.6), turned: random.between(-12, 12))
    try canvas.text(
      random.pick(CardText.signers), centredAt: 35, baseline: 31.3,
      style: look.label.with { $0.isBold = true })
    for (index, words) in [
      ("Ngón trỏ trái", "Left index finger"), ("Ngón trỏ phải", "Right index finger"),
    ].enumerated() {
      let left = 57.0 + Double(index) * 13.6
      canvas.rectangle(
        x: left, y: 3.6, width: 12.2, height: 18, fill: Ink(1, 1, 1, alpha: 0.45),
        stroke: Ink(0.4, 0.4, 0.4), line: 0.12)
      Ornament.fingerprint(
        on: canvas, centre: Point(left + 6.1, 12.6), width: 9.6, height: 15,
        ink: Ink(0.15, 0.13, 0.13, alpha: 0.85), with: &random)
      let small = look.label.with { $0.size = 1.7 }
      try canvas.text(words.0, centredAt: left + 6.1, baseline: 24, style: small)
      try canvas.text(
        words.1, centredAt: left + 6.1, baseline: 26, style: small.italic.with { $0.size = 1.4 })
    }
    try ZonePrinter.draw(bearer.zone, on: canvas)
  }
}
