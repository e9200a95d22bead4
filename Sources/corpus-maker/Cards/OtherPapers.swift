import CorpusDrawing
import Documents

/// What is no document of ours: other cards, blank pages, half a card.
enum OtherPapers {
  enum Kind: CaseIterable { case licence, bankCard, blankPage, halfCard, notice }

  static func labelledCase(
    _ request: CaseRequest, with random: inout SplitMix64
  ) throws -> LabelledCase {
    let kind = random.pick(Kind.allCases)
    let family = request.family(of: FontCatalogue.sans, with: &random)
    let person = try request.people.person(bornIn: 1950...2003, with: &random)
    let seed = random.next()
    switch kind {
    case .blankPage, .notice:
      var sheet = SheetCapture(tier: request.tier, format: .jpeg)
      sheet.isCompact = request.isCompact
      let (files, turned) = try sheet.files(
        name: "page",
        pages: [{ if kind == .notice { try drawNotice(on: $0, family: family, seed: seed) } }],
        with: &random)
      // A blank page is dropped: there is no document in the case.
      let documents =
        kind == .notice ? [LabelledDocument(kind: .unknown, fields: [:])] : []
      return LabelledCase(
        set: "other", tier: request.tier, files: files, turned: turned, documents: documents)
    case .licence, .bankCard:
      let face = CardFace(kind: .unknown, side: .front, fields: [:]) { canvas in
        if kind == .licence {
          try drawLicence(on: canvas, person: person, family: family, seed: seed)
        } else {
          try drawBankCard(on: canvas, person: person, family: family, seed: seed)
        }
      }
      var labelled = try CardScene(
        tier: request.tier, faces: [face], set: "other", isCompact: request.isCompact
      ).labelledCase(with: &random)
      for index in labelled.documents.indices { labelled.documents[index].side = nil }
      return labelled
    case .halfCard:
      let bearer = try CardBearer.draw(.cccdChip, people: request.people, with: &random)
      let look = CardLook.draw(variant: 0, family: family, with: &random)
      var face = ChipCard(bearer: bearer, look: look, with: &random).front
      let whole = face.draw
      // The left half shows the expiry and the beginnings of lines; what is cut off is not there.
      for key in face.fields.keys where key != .dateOfExpiry { face.fields[key] = .some(nil) }
      face.draw = { canvas in
        try canvas.clipped(x: -1, y: -1, width: 41, height: 60) { try whole(canvas) }
        canvas.rectangle(x: 39.5, y: -1, width: 50, height: 60, fill: Ink(0.97, 0.97, 0.97))
      }
      return try CardScene(
        tier: request.tier, faces: [face], set: "other", isCompact: request.isCompact
      ).labelledCase(with: &random)
    }
  }

  private static func drawLicence(
    on canvas: PageCanvas, person: Person, family: String, seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    CardGround.draw(
      on: canvas, inks: [0xf6efc9, 0xf3e4b2, 0xf8f2dc],
      lines: [Ink(hex: 0xc9a94c, alpha: 0.3), Ink(hex: 0xd08a6a, alpha: 0.25)], with: &random)
    let style = TextStyle(family: family, size: 2.3)
    try canvas.text("BỘ GTVT / MOT", at: Point(6, 6), style: style.bold)
    try canvas.text(
      "GIẤY PHÉP LÁI XE / DRIVER'S LICENSE", centredAt: 52, baseline: 11,
      style: style.bold.with {
        $0.size = 2.9
        $0.ink = Ink(hex: 0xc8202a)
      }, limit: 62)
    PortraitStandIn.draw(
      on: canvas, x: 4, y: 15, width: 19, height: 26, isFemale: person.sex == .female,
      with: &random)
    let lines = [
      "Số / No: \(random.digits(12))", "Họ tên / Full name: \(person.capitalName)",
      "Ngày sinh / Date of Birth: \(person.birth.printed())",
      "Quốc tịch / Nationality: VIỆT NAM",
      "Nơi cư trú / Address: \(person.formerResidence.unitsLine(.abbreviated))",
      "Hạng / Class: \(random.pick(["A1", "A2", "B1", "B2", "C"]))",
      "Có giá trị đến / Expires: \(random.pick(["Không thời hạn", "12/05/2029"]))",
    ]
    for (index, line) in lines.enumerated() {
      try canvas.text(
        line, at: Point(26, 17 + Double(index) * 4.6),
        style: canvas.fitted(line, style: style, limit: 57))
    }
  }

  private static func drawBankCard(
    on canvas: PageCanvas, person: Person, family: String, seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let ground = random.pick([0x143a6b, 0x0d5c47, 0x7a1f2b, 0x333941] as [UInt32])
    canvas.gradient(
      x: -1, y: -1, width: 88, height: 56, from: Point(0, 0), to: Point(86, 54),
      inks: [Ink(hex: ground), Ink(hex: ground + 0x202020), Ink(hex: ground)])
    Ornament.chip(on: canvas, x: 8, y: 19, width: 11, height: 9)
    let style = TextStyle(
      family: family, size: 4.2, isBold: true, ink: Ink(0.95, 0.95, 0.93), letterSpacing: 0.3)
    try canvas.text("NGÂN HÀNG MẪU", at: Point(8, 10), style: style)
    let number = (0..<4).map { _ in random.digits(4) }.joined(separator: " ")
    try canvas.text(number, at: Point(8, 36), style: style.with { $0.size = 5 })
    try canvas.text("VALID THRU 08/29", at: Point(34, 42), style: style.with { $0.size = 2.4 })
    let name = Diacritics.stripped(person.name).uppercased()
    try canvas.text(name, at: Point(8, 48), style: style.with { $0.size = 3 })
  }

  private static func drawNotice(on canvas: PageCanvas, family: String, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let style = TextStyle(family: family, points: 13, leading: 1.5)
    try canvas.text(
      "THÔNG BÁO", centredAt: 105, baseline: 40, style: style.bold.with { $0.size *= 1.4 })
    let sentences = [
      "Kính mời các hộ dân tham dự buổi họp tổ dân phố vào tối thứ bảy tại nhà văn hóa.",
      "Lịch cắt điện để bảo trì đường dây bắt đầu từ tám giờ sáng và kéo dài đến trưa.",
      "Đề nghị bà con giữ gìn vệ sinh chung, bỏ rác đúng giờ và đúng nơi quy định.",
      "Mọi thắc mắc xin liên hệ ban quản lý tòa nhà trong giờ làm việc.",
    ]
    for row in 0..<5 {
      try canvas.text(
        random.pick(sentences) + " " + random.pick(sentences),
        at: Point(28, 58 + Double(row) * 26), style: style, width: 155)
    }
  }
}
