import CorpusDrawing
import Documents

/// The cards with a two-dimensional barcode: chứng minh nhân dân with twelve digits (2012–2016)
/// and căn cước công dân (2016–2021).
struct BarcodeCard {
  let bearer: CardBearer
  let look: CardLook
  let residence: String
  let origin: String
  /// Another name that a twelve-digit CMND prints; most leave it blank.
  let otherName: String?
  let signer: String
  let dateInWords: Bool
  let barcode: String
  let seed: UInt64

  private var person: Person { bearer.person }
  private var isCitizenCard: Bool { bearer.kind == .cccdBarcode }

  init(bearer: CardBearer, look: CardLook, with random: inout SplitMix64) {
    self.bearer = bearer
    self.look = look
    let style = random.pick([Address.Style.names, .names, .abbreviated, .full, .lower])
    residence = bearer.person.formerResidence.line(style)
    origin = bearer.person.origin.line(style)
    otherName =
      random.chance(0.15)
      ? "\(bearer.person.surname) \(random.pick(["Út", "Hai", "Tư", "Sáu", "Mười"]))".uppercased()
      : nil
    signer = random.pick(CardText.signers)
    dateInWords = random.chance(0.7)
    barcode = random.digits(180)
    seed = random.next()
  }

  var front: CardFace {
    var pairs: [(FieldKey, String?)] = [
      (.personalNumber, person.personalNumber), (.fullName, person.capitalName),
      (.dateOfBirth, person.birth.description), (.sex, person.sex.rawValue),
      (.placeOfOrigin, origin), (.placeOfResidence, residence),
      (.dateOfExpiry, bearer.expiryValue),
    ]
    pairs +=
      isCitizenCard
      ? [(.nationality, "Việt Nam")] : [(.otherName, otherName), (.ethnicity, person.ethnicity)]
    return CardFace(
      kind: bearer.kind, side: .front, fields: CardText.fields(pairs), draw: drawFront)
  }

  var back: CardFace {
    var pairs: [(FieldKey, String?)] = [
      (.personalIdentification, person.marks), (.dateOfIssue, bearer.issued.description),
      (.issuer, issuer.joined(separator: " ")),
    ]
    if !isCitizenCard {
      pairs += [
        (.fatherName, person.fatherName.uppercased()),
        (.motherName, person.motherName.uppercased()),
      ]
    }
    return CardFace(
      kind: bearer.kind, side: .back, fields: CardText.fields(pairs), draw: drawBack)
  }

  /// The issuer's title in the lines that the card sets it in.
  private var issuer: [String] {
    let title = CardRules.issuer(of: bearer.kind, issued: bearer.issued)
    let head = "CỤC TRƯỞNG CỤC CẢNH SÁT"
    guard title.hasPrefix(head) else { return [title] }
    return [head, String(title.dropFirst(head.count + 1))]
  }

  private func drawFront(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed)
    let pen = CardPen(canvas: canvas, look: look)
    CardGround.draw(
      on: canvas,
      inks: isCitizenCard ? [0xdfeaf3, 0xf2f2e2, 0xd8e8e2] : [0xe3eedb, 0xf1ecd8, 0xd9e9e0],
      lines: [Ink(hex: 0x6c9cb6, alpha: 0.3), Ink(hex: 0xc7a36c, alpha: 0.26)], with: &random)
    Ornament.emblem(on: canvas, centre: Point(12.5, 10), radius: 7)
    PortraitStandIn.draw(
      on: canvas, x: 3.8, y: 18.6, width: 20, height: 27.5, isFemale: person.sex == .female,
      with: &random)
    let middle = 54 + look.shift.x
    let head = TextStyle(family: look.family, size: 2.6, isBold: true)
    try canvas.text(CardText.country, centredAt: middle, baseline: 5.8, style: head, limit: 57)
    let motto = try canvas.text(
      CardText.motto, centredAt: middle, baseline: 9.2, style: head.with { $0.size = 2.4 })
    canvas.line(
      from: Point(middle - motto.width / 2, 10.1), to: Point(middle + motto.width / 2, 10.1),
      width: 0.15, ink: .black)
    try canvas.text(
      isCitizenCard ? "CĂN CƯỚC CÔNG DÂN" : "CHỨNG MINH NHÂN DÂN", centredAt: middle,
      baseline: 15.6,
      style: head.with {
        $0.size = 4.2
        $0.ink = Ink(hex: 0xc4222b)
      }, limit: 56)

    let x = 27 + look.shift.x
    let width = 82.6 - x
    let step = isCitizenCard ? 3.5 : 3.25
    var y = 20.6 + look.shift.y
    try pen.line(
      "Số", nil, person.personalNumber, at: Point(x + 6, y),
      style: look.value.with {
        $0.size = look.valueSize * 1.5
        $0.isBold = true
        $0.ink = look.numberInk
      })
    y += step + 0.4
    let name = look.value.with { $0.isBold = true }
    y +=
      Double(
        try pen.block(
          isCitizenCard ? "Họ và tên" : "Họ và tên khai sinh", nil, person.capitalName,
          at: Point(x, y), width: width, lineHeight: step,
          placement: isCitizenCard ? look.namePlacement : .sameLine, style: name)) * step + step
    if !isCitizenCard {
      try pen.line("Họ và tên gọi khác", nil, otherName ?? "", at: Point(x, y))
      y += step
    }
    try pen.line("Ngày, tháng, năm sinh", nil, person.birth.printed(), at: Point(x, y))
    y += step
    let end = try pen.line("Giới tính", nil, person.sex.printed, at: Point(x, y))
    try pen.line(
      isCitizenCard ? "Quốc tịch" : "Dân tộc", nil,
      isCitizenCard ? "Việt Nam" : person.ethnicity, at: Point(max(end + 3, x + 24), y))
    y += step
    y +=
      Double(
        try pen.block(
          "Quê quán", nil, origin, at: Point(x, y), width: width, lineHeight: step,
          placement: .sameLine)) * step + step
    try pen.block(
      "Nơi thường trú", nil, residence, at: Point(x, y), width: width, lineHeight: step,
      placement: .sameLine, limit: y + step * 2 < 53.2 ? 2 : 1)
    try drawExpiry(canvas)
  }

  private func drawExpiry(_ canvas: PageCanvas) throws {
    let small = look.label.with { $0.size = 1.8 }
    let label = "Có giá trị đến" + (look.hasColons ? ":" : "")
    let fitted = try canvas.fitted(label, style: small, limit: 12)
    let room = try canvas.text(label, at: Point(2.4, 49.6), style: fitted).width + 0.6
    let style = small.with { $0.ink = look.valueInk }
    try canvas.text(
      bearer.expiryText, at: Point(2.4 + room, 49.6),
      style: canvas.fitted(bearer.expiryText, style: style, limit: 23.6 - room))
  }

  private func drawBack(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed &+ 1)
    let pen = CardPen(canvas: canvas, look: look)
    CardGround.draw(
      on: canvas, inks: [0xeaf0e6, 0xdde9ec, 0xf2efdf],
      lines: [Ink(hex: 0x7ba58f, alpha: 0.28), Ink(hex: 0xbf9f74, alpha: 0.24)], with: &random)
    let code = try CodeGrid(pdf417: barcode)
    canvas.rectangle(x: 4, y: 3, width: 77.6, height: 9.4, fill: Ink(1, 1, 1, alpha: 0.85))
    code.draw(on: canvas, x: 5, y: 3.7, width: 75.6, height: 8)
    let small = look.label.with { $0.size = 1.65 }
    for (index, words) in ["NGÓN TRỎ TRÁI", "NGÓN TRỎ PHẢI"].enumerated() {
      let top = 14.2 + Double(index) * 19.4
      canvas.rectangle(
        x: 5, y: top, width: 15, height: 16.2, fill: Ink(1, 1, 1, alpha: 0.4),
        stroke: Ink(0.4, 0.4, 0.4), line: 0.12)
      Ornament.fingerprint(
        on: canvas, centre: Point(12.5, top + 8.1), width: 10, height: 14.5,
        ink: Ink(0.12, 0.1, 0.1, alpha: 0.85), with: &random)
      try canvas.text(words, centredAt: 12.5, baseline: top + 18.1, style: small)
    }
    let x = 24.5 + look.shift.x
    let step = 3.3
    var y = 16.6 + look.shift.y
    y +=
      Double(
        try pen.block(
          "Đặc điểm nhận dạng", nil, person.marks, at: Point(x, y), width: 57, lineHeight: step,
          placement: look.originPlacement)) * step + step
    if !isCitizenCard {
      try pen.line("Họ và tên cha", nil, person.fatherName.uppercased(), at: Point(x, y))
      y += step
      try pen.line("Họ và tên mẹ", nil, person.motherName.uppercased(), at: Point(x, y))
      y += step
    }
    let middle = 54 + look.shift.x
    let date = bearer.issued
    let day = CalendarDate.twoDigits(date.day ?? 1)
    let month = CalendarDate.twoDigits(date.month ?? 1)
    if dateInWords {
      try canvas.text(
        "Ngày \(day) tháng \(month) năm \(date.year)", centredAt: middle, baseline: y + 0.4,
        style: look.value.italic.with { $0.isBold = false })
    } else {
      let start = try canvas.measure("Ngày, tháng, năm: 00/00/0000", style: look.label).width
      try pen.line(
        "Ngày, tháng, năm", nil, date.printed(), at: Point(middle - start / 2 - 2, y + 0.4))
    }
    y += step
    let title = look.label.with {
      $0.isBold = true
      $0.size = 2
      $0.ink = look.valueInk
    }
    for line in issuer {
      try canvas.text(line, centredAt: middle, baseline: y + 0.4, style: title, limit: 56)
      y += 2.7
    }
    try PenMarks.roundStamp(
      on: canvas, centre: Point(middle - 9, y + 6.4), radius: 7, ring: "BỘ CÔNG AN * CỤC CẢNH SÁT",
      middle: ["CỤC", "CẢNH SÁT"], family: look.family, ink: Ink(0.85, 0.1, 0.15, alpha: 0.6),
      turned: random.between(-12, 12))
    PenMarks.signature(
      on: canvas, centre: Point(middle, y + 5), width: 17, height: 5, ink: Ink(0.1, 0.1, 0.15),
      with: &random)
    try canvas.text(signer, centredAt: middle, baseline: min(y + 12, 51.8), style: title)
  }
}
