import CorpusDrawing
import Documents

/// Giấy chứng minh nhân dân with nine digits, filled in by typewriter on dotted lines.
struct NineDigitCard {
  let bearer: CardBearer
  let look: CardLook
  let typewriter: String
  let residence: String
  let origin: String
  let birth: String
  let birthValue: String
  let issuer: String
  let marks: String?
  let religion: String?
  let signer: String
  let machine: Typewriter
  /// The older issue: larger, of paper, with square corners and a gray portrait.
  let isOlder: Bool
  /// Whether the red seal lies over the number.
  let isNumberSealed: Bool
  let seed: UInt64

  private var person: Person { bearer.person }

  init(bearer: CardBearer, look: CardLook, with random: inout SplitMix64) {
    self.bearer = bearer
    self.look = look
    let person = bearer.person
    typewriter = random.pick(look.typewriters + [look.family])
    let style = random.pick([Address.Style.names, .abbreviated, .abbreviated, .lower])
    residence = person.formerResidence.line(style)
    origin = person.origin.line(random.chance(0.5) ? style : .names)
    birth =
      person.isBirthYearOnly
      ? String(person.birth.year) : person.birth.printed(separator: random.pick(["-", "/", "-"]))
    birthValue = person.isBirthYearOnly ? String(person.birth.year) : person.birth.description
    let home = person.formerResidence.province
    let isCity = home.hasPrefix("Thành phố")
    let name = Address.parts(of: home).name.uppercased()
    issuer = random.pick([
      "GIÁM ĐỐC CA \(isCity ? "TP" : "TỈNH") \(name)", "GIÁM ĐỐC CA \(name)",
      "GIÁM ĐỐC CÔNG AN \(isCity ? "TP" : "TỈNH") \(name)",
    ])
    marks = random.chance(0.06) ? nil : person.marks
    religion = person.religion
    signer = random.pick(CardText.signers)
    machine = Typewriter(with: &random)
    isOlder = bearer.issued.year < 2006 && random.chance(0.5)
    isNumberSealed = random.chance(0.3)
    seed = random.next()
  }

  var front: CardFace {
    CardFace(
      kind: .cmnd9, side: .front,
      fields: CardText.fields([
        (.idNumber, person.formerNumber), (.fullName, person.capitalName),
        (.dateOfBirth, birthValue), (.placeOfOrigin, origin), (.placeOfResidence, residence),
      ]), isOlder: isOlder, draw: drawFront)
  }

  var back: CardFace {
    CardFace(
      kind: .cmnd9, side: .back,
      fields: CardText.fields([
        (.ethnicity, person.ethnicity), (.religion, religion), (.personalIdentification, marks),
        (.dateOfIssue, bearer.issued.description), (.issuer, issuer),
      ]), isOlder: isOlder, draw: drawBack)
  }

  /// Faces finer than the letters that a ribbon leaves.
  private var isThin: Bool { typewriter == "FreeMono" || typewriter == "TeX Gyre Cursor" }
  private var printed: TextStyle {
    TextStyle(family: look.family, size: 2.35, ink: Ink(hex: 0x1d2b24))
  }
  private var typed: TextStyle {
    TextStyle(
      family: typewriter, size: look.valueSize * 1.02,
      isBold: look.hasBoldValues || (isThin && seed % 3 > 0),
      ink: Ink(0.1, 0.1, 0.14))
  }

  private func drawFront(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed)
    CardGround.draw(
      on: canvas,
      inks: isOlder ? [0xe9e4cd, 0xdfe0c4, 0xe6dfc6] : [0xdfe9d2, 0xeaedda, 0xd5e3cd],
      lines: [Ink(hex: 0x6fa06f, alpha: 0.3), Ink(hex: 0x9db37c, alpha: 0.3)], with: &random)
    Ornament.emblem(on: canvas, centre: Point(13, 10.5), radius: 7)
    PortraitStandIn.draw(
      on: canvas, x: 3.5, y: 21.5, width: 20.5, height: 28.5, isFemale: person.sex == .female,
      isGray: isOlder || bearer.issued.year < 2003, with: &random)
    let middle = 54 + look.shift.x
    let head = printed.bold.with { $0.size = 2.5 }
    try canvas.text(CardText.country, centredAt: middle, baseline: 5.6, style: head, limit: 57)
    try canvas.text(
      CardText.motto, centredAt: middle, baseline: 8.8, style: head.with { $0.size = 2.3 })
    let red = Ink(hex: 0xc5262c)
    try canvas.text(
      "GIẤY CHỨNG MINH NHÂN DÂN", centredAt: middle, baseline: 14.4,
      style: head.with {
        $0.size = 3.9
        $0.ink = red
      }, limit: 55)
    try canvas.text(
      "SỐ  " + person.formerNumber, centredAt: middle, baseline: 20,
      style: head.with {
        $0.size = 4
        $0.ink = red
        $0.letterSpacing = 0.35
      })
    let x = 26.5 + look.shift.x
    let step = 5.15
    var y = 25.6 + look.shift.y
    y = try field(canvas, "Họ tên", person.capitalName, x: x, y: y, step: step, lines: 1)
    y = try field(canvas, "Sinh ngày", birth, x: x, y: y, step: step, lines: 1)
    y = try field(canvas, "Nguyên quán", origin, x: x, y: y, step: step, lines: 2)
    _ = try field(canvas, "Nơi ĐKHK thường trú", residence, x: x, y: y, step: step, lines: 2)
    if isNumberSealed {
      try PenMarks.roundStamp(
        on: canvas,
        centre: Point(middle + random.between(-14, 12), random.between(17.5, 21.5)),
        radius: random.between(6, 8.5), ring: "CÔNG AN TỈNH * VIỆT NAM", middle: ["CÔNG AN"],
        family: look.family,
        ink: Ink(0.8, 0.12, 0.16, alpha: random.between(0.22, 0.5)),
        turned: random.between(-30, 30))
    } else if random.chance(0.3) {
      try PenMarks.roundStamp(
        on: canvas, centre: Point(25, 44.5), radius: 6.5, ring: "CÔNG AN TỈNH * VIỆT NAM",
        middle: ["CÔNG AN"], family: look.family, ink: Ink(0.8, 0.12, 0.16, alpha: 0.4),
        turned: random.between(-20, 20))
    }
  }

  /// A label, its value on dotted lines, and the base line of what follows.
  private func field(
    _ canvas: PageCanvas, _ label: String, _ value: String, x: Double, y: Double, step: Double,
    lines count: Int
  ) throws -> Double {
    let right = 82.5
    let colon = look.hasColons ? ":" : ""
    let end = x + (try canvas.text(label + colon, at: Point(x, y), style: printed).width) + 0.8
    for row in 0..<count {
      canvas.dottedLeader(
        from: row == 0 ? end : x, to: right, baseline: y + Double(row) * step + 0.55,
        ink: Ink(hex: 0x3c4a40), spacing: 0.8, dot: 0.2)
    }
    var style = typed
    var lines: [String] = []
    for _ in 0..<14 {
      lines = try canvas.wrap(value, style: style, firstWidth: right - end, width: right - x)
      if lines.count <= count { break }
      style.size *= 0.96
    }
    for (row, line) in lines.enumerated() where !line.isEmpty {
      let left = row == 0 ? end : x
      try machine.write(
        line, on: canvas, at: Point(left, y + Double(row) * step),
        style: canvas.fitted(line, style: style, limit: right - left))
    }
    return y + Double(count) * step
  }

  private func drawBack(_ canvas: PageCanvas) throws {
    var random = SplitMix64(seed: seed &+ 1)
    CardGround.draw(
      on: canvas,
      inks: isOlder ? [0xebe5cf, 0xe4e1c9, 0xe8e2cc] : [0xe3ead3, 0xe9ebdc, 0xd9e4cf],
      lines: [Ink(hex: 0x7ba872, alpha: 0.28), Ink(hex: 0xa3b585, alpha: 0.28)], with: &random)
    let colon = look.hasColons ? ":" : ""
    let top = 6.4 + look.shift.y
    var x = 5.0
    for (label, value, limit) in [
      ("Dân tộc", person.ethnicity, 38.0), ("Tôn giáo", religion ?? "", 82.0),
    ] {
      let end = x + (try canvas.text(label + colon, at: Point(x, top), style: printed).width) + 0.8
      canvas.dottedLeader(
        from: end, to: limit, baseline: top + 0.55, ink: Ink(hex: 0x3c4a40), spacing: 0.8, dot: 0.2)
      try machine.write(value, on: canvas, at: Point(end + 1, top), style: typed)
      x = limit + 2
    }
    let small = printed.with { $0.size = 1.6 }
    for (index, words) in ["NGÓN TRỎ TRÁI", "NGÓN TRỎ PHẢI"].enumerated() {
      let edge = 9.4 + Double(index) * 21.6
      canvas.rectangle(
        x: 5, y: edge, width: 17, height: 18.4, stroke: Ink(hex: 0x3c4a40), line: 0.15)
      Ornament.fingerprint(
        on: canvas, centre: Point(13.5, edge + 9.2), width: 12, height: 16,
        ink: Ink(0.1, 0.1, 0.12, alpha: 0.85), with: &random)
      try canvas.text(words, centredAt: 13.5, baseline: edge + 20.4, style: small)
    }
    let middle = 54 + look.shift.x
    let left = 25.0
    try canvas.text(
      "DẤU VẾT RIÊNG VÀ DỊ HÌNH", centredAt: middle, baseline: 12.2,
      style: printed.bold.with { $0.size = 2.3 })
    for row in 0..<2 {
      canvas.dottedLeader(
        from: left, to: 82, baseline: 17.2 + Double(row) * 4.6, ink: Ink(hex: 0x3c4a40),
        spacing: 0.8, dot: 0.2)
    }
    var style = typed
    var lines: [String] = []
    for _ in 0..<14 {
      lines = try canvas.wrap(marks ?? "", style: style, firstWidth: 56, width: 56)
      if lines.count <= 2 { break }
      style.size *= 0.95
    }
    for (row, line) in lines.enumerated() {
      try machine.write(
        line, on: canvas, at: Point(left + 0.5, 16.7 + Double(row) * 4.6), style: style)
    }
    try drawSeal(canvas, middle: middle, with: &random)
  }

  private func drawSeal(
    _ canvas: PageCanvas, middle: Double, with random: inout SplitMix64
  ) throws {
    let date = bearer.issued
    var x = middle - 21
    let y = 27.4
    for (label, value) in [
      ("Ngày", CalendarDate.twoDigits(date.day ?? 1)),
      ("tháng", CalendarDate.twoDigits(date.month ?? 1)), ("năm", String(date.year)),
    ] {
      x += try canvas.text(label, at: Point(x, y), style: printed.italic).width + 0.8
      let width = try canvas.measure(value, style: typed).width
      try machine.write(value, on: canvas, at: Point(x + 0.6, y), style: typed)
      canvas.dottedLeader(
        from: x, to: x + width + 1.2, baseline: y + 0.55, ink: Ink(hex: 0x3c4a40), spacing: 0.8,
        dot: 0.2)
      x += width + 2
    }
    try canvas.text(
      issuer, centredAt: middle, baseline: 31.6, style: printed.bold.with { $0.size = 2.2 },
      limit: 56)
    try PenMarks.roundStamp(
      on: canvas, centre: Point(middle - 8, 41), radius: 8, ring: "CÔNG AN TỈNH * VIỆT NAM",
      middle: ["CÔNG AN"], family: look.family, ink: Ink(0.82, 0.1, 0.16, alpha: 0.62),
      turned: random.between(-15, 15))
    PenMarks.signature(
      on: canvas, centre: Point(middle, 40), width: 20, height: 6, with: &random)
    try canvas.text(signer, centredAt: middle, baseline: 50.4, style: printed.bold)
  }
}
