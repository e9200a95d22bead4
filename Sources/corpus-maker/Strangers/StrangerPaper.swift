import CorpusDrawing
import Documents

/// Draws papers of the size of a card that are none of ours.
struct StrangerPaper {
  let canvas: PageCanvas
  let person: Person
  let style: TextStyle

  func draw(_ kind: StrangerKind, with random: inout SplitMix64) throws {
    switch kind {
    case .foreignCard: try foreignCard(with: &random)
    case .foreignZone: try foreignZone(with: &random)
    case .passport: try passport(with: &random)
    case .studentCard: try studentCard(with: &random)
    case .addressCode: try voucher(with: &random)
    default: picture(with: &random)
    }
  }

  private func ground(_ inks: [UInt32], with random: inout SplitMix64) {
    CardGround.draw(
      on: canvas, inks: inks,
      lines: [Ink(hex: 0x7f8fa4, alpha: 0.25), Ink(hex: 0xb98f7a, alpha: 0.22)], with: &random)
  }

  private func portrait(x: Double, y: Double, with random: inout SplitMix64) {
    PortraitStandIn.draw(
      on: canvas, x: x, y: y, width: 20, height: 26, isFemale: person.sex == .female,
      with: &random)
  }

  private func lines(_ lines: [String], x: Double, y: Double, step: Double) throws {
    for (index, line) in lines.enumerated() {
      try canvas.text(
        line, at: Point(x, y + Double(index) * step),
        style: canvas.fitted(line, style: style, limit: 84 - x))
    }
  }

  private func foreignCard(with random: inout SplitMix64) throws {
    let layouts: [(title: String, labels: [String], inks: [UInt32], isLeft: Bool)] = [
      (
        "REPUBLIK MUSTER  ·  PERSONALAUSWEIS",
        ["Name", "Vornamen", "Geburtsdatum", "Staatsangehörigkeit", "Gültig bis"],
        [0xd9e6ee, 0xe9efe2, 0xd6e2e8], true
      ),
      (
        "PROVINSI CONTOH  ·  KARTU TANDA PENDUDUK",
        ["NIK", "Nama", "Tempat/Tgl Lahir", "Jenis Kelamin", "Alamat"],
        [0xbfe0ef, 0xd8edf5, 0xb5d8ea], false
      ),
      (
        "ROYAUME D'EXEMPLE  ·  CARTE D'IDENTITÉ",
        ["Nom", "Prénoms", "Né(e) le", "Sexe", "Expire le"],
        [0xe8e3f0, 0xf2ecdf, 0xe2e6f2], true
      ),
      (
        "REPUBLIC OF SAMPLE  ·  NATIONAL IDENTITY CARD",
        ["Identity No.", "Name", "Date of birth", "Sex", "Address"],
        [0xf1e7d3, 0xe9f0e4, 0xf3ead8], false
      ),
    ]
    let layout = random.pick(layouts)
    ground(layout.inks, with: &random)
    try canvas.text(
      layout.title, centredAt: 43, baseline: 7, style: style.bold.with { $0.size = 2.9 }, limit: 78)
    portrait(x: layout.isLeft ? 4 : 62, y: 14, with: &random)
    let name = Diacritics.stripped(person.name).uppercased()
    let values = layout.labels.enumerated().map { index, label in
      let value =
        switch index {
        case 0: random.digits(random.pick([9, 12, 16]))
        case 1: name
        case 2: person.birth.printed(separator: random.pick([".", "-", "/"]))
        case 3: person.sex == .male ? "M" : "F"
        default: random.digits(2) + " Sample Road, Exampletown"
        }
      return "\(label): \(value)"
    }
    try lines(values, x: layout.isLeft ? 28 : 5, y: 17, step: 6.2)
  }

  private func foreignZone(with random: inout SplitMix64) throws {
    ground([0xe3e9ef, 0xf0ece0, 0xdde6ee], with: &random)
    try canvas.text(
      "RESIDENCE PERMIT", centredAt: 43, baseline: 8, style: style.bold.with { $0.size = 3.4 })
    Ornament.chip(on: canvas, x: 6, y: 13, width: 12, height: 10)
    try lines(
      ["REMARKS", "EMPLOYMENT PERMITTED", "Issued 04.05.2022, Exampletown"], x: 24, y: 15, step: 4.5
    )
    let state = random.pick(["UTO", "D<<", "THA", "MYS"])
    let document = random.digits(9)
    let birth = random.digits(1) + "50612"
    let first = "I<" + state + document + MachineReadableZone.checkDigit(document)
    let second =
      birth + MachineReadableZone.checkDigit(birth) + "M300101"
      + MachineReadableZone.checkDigit("300101") + state
    let third = "SAMPLE<<" + random.pick(["ANNA<MARIA", "JOHN", "SOMCHAI"])
    try zone([first, second, third], length: 30, pitch: 2.54)
  }

  private func passport(with random: inout SplitMix64) throws {
    ground([0xe9eedd, 0xf3ecd9, 0xe2e9ee], with: &random)
    try canvas.text(
      "HỘ CHIẾU / PASSPORT", at: Point(6, 7), style: style.bold.with { $0.size = 3.2 })
    portrait(x: 4, y: 10, with: &random)
    let number = random.pick(["B", "C", "N", "P"]) + random.digits(7)
    try lines(
      [
        "Loại / Type: P   Mã số / Code: VNM   Số / No: \(number)",
        "Họ và tên / Full name: \(person.capitalName)", "Quốc tịch / Nationality: VIỆT NAM",
        "Ngày sinh / Date of birth: \(person.birth.printed())",
        "Số GCMND / ID card No: \(person.formerNumber)",
      ], x: 27, y: 13, step: 5)
    let name = Diacritics.stripped(person.name).uppercased()
      .filter { $0 == " " || $0.isLetter }.split(separator: " ")
    let first = "P<VNM" + (name.first ?? "") + "<<" + name.dropFirst().joined(separator: "<")
    let document = number + "<"
    let birth = person.birth.sixDigits
    let second =
      document + MachineReadableZone.checkDigit(document) + "VNM" + birth
      + MachineReadableZone.checkDigit(birth) + (person.sex == .male ? "M" : "F") + "310415"
      + MachineReadableZone.checkDigit("310415") + person.formerNumber
    try zone([first, second], length: 44, pitch: 1.78)
  }

  private func zone(_ lines: [String], length: Int, pitch: Double) throws {
    let own = TextStyle(family: FontCatalogue.machineReadable(), size: pitch * 1.38)
    for (row, line) in lines.enumerated() {
      let whole = (line + String(repeating: "<", count: length)).prefix(length)
      for (column, sign) in whole.enumerated() {
        try canvas.text(
          String(sign), centredAt: 4.5 + (Double(column) + 0.5) * pitch,
          baseline: (lines.count == 2 ? 43 : 38.9) + Double(row) * 4.9, style: own)
      }
    }
  }

  private func studentCard(with random: inout SplitMix64) throws {
    ground([0xffffff, 0xeaf2fb, 0xffffff], with: &random)
    canvas.rectangle(
      x: -1, y: -1, width: 88, height: 12,
      fill: Ink(hex: random.pick([0x1d4f91, 0x8a1f2d, 0x1c6b4a])))
    try canvas.text(
      "TRƯỜNG ĐẠI HỌC VÍ DỤ", centredAt: 43, baseline: 7,
      style: style.bold.with {
        $0.size = 3.6
        $0.ink = .white
      })
    portrait(x: 5, y: 17, with: &random)
    try canvas.text(
      "THẺ SINH VIÊN", centredAt: 54, baseline: 18,
      style: style.bold.with {
        $0.size = 3.8
        $0.ink = Ink(hex: 0xc8202a)
      })
    try lines(
      [
        "Họ và tên: \(person.capitalName)", "Ngày sinh: \(person.birth.printed())",
        "MSSV: \(random.digits(8))", "Ngành: Công nghệ thông tin", "Khóa: 2021 - 2025",
      ], x: 29, y: 25, step: 5)
    if random.chance(0.5) {
      let code = try CodeGrid(qr: random.digits(8))
      code.draw(on: canvas, x: 68, y: 37, width: 13, height: 13)
    }
  }

  private func voucher(with random: inout SplitMix64) throws {
    ground([0xfdf1d8, 0xfbe3c8, 0xfff7e6], with: &random)
    try canvas.text(
      "PHIẾU QUÀ TẶNG", at: Point(6, 12), style: style.bold.with { $0.size = 5 })
    try lines(
      [
        "Trị giá \(random.whole(1...9))00.000 đồng", "Quét mã để xem điều kiện áp dụng",
        "Hạn dùng 31/12/2026", "Mã phiếu \(random.digits(12))",
      ], x: 6, y: 22, step: 6)
    let code = try CodeGrid(qr: "https://example.vn/qua-tang?ma=\(random.digits(12))")
    code.draw(on: canvas, x: 58, y: 16, width: 22, height: 22)
  }

  /// A landscape: no word, no face, no code.
  private func picture(with random: inout SplitMix64) {
    canvas.gradient(
      x: -1, y: -1, width: 88, height: 40, from: Point(0, 0), to: Point(0, 38),
      inks: [Ink(hex: 0x5a8fd0), Ink(hex: 0xcfe4f4)])
    canvas.rectangle(x: -1, y: 36, width: 88, height: 20, fill: Ink(hex: 0x4f7d3a))
    canvas.glow(
      centre: Point(random.between(15, 70), random.between(6, 16)), radiusX: 9, radiusY: 9,
      core: 0.5, ink: Ink(1, 0.95, 0.7))
    for _ in 0..<random.whole(3...6) {
      let x = random.between(-5, 80)
      let top = random.between(12, 30)
      canvas.polygon(
        [Point(x, 38), Point(x + random.between(8, 16), top), Point(x + 26, 38)],
        fill: Ink(hex: random.pick([0x4c6b59, 0x5d7a68, 0x3f5b4d])))
    }
    for _ in 0..<random.whole(5...14) {
      let foot = Point(random.between(0, 86), random.between(38, 52))
      canvas.rectangle(
        x: foot.x, y: foot.y - 5, width: 0.8, height: 5, fill: Ink(hex: 0x5b4026))
      canvas.ellipse(
        centre: Point(foot.x + 0.4, foot.y - 6.5), radiusX: 2.6, radiusY: 3.2,
        fill: Ink(hex: random.pick([0x2e5a2a, 0x3d6e33, 0x6d8a3a])))
    }
  }
}
