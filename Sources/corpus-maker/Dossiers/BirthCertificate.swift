import CorpusDrawing
import Documents

/// A drawn birth certificate after the form of the Ministry of Justice, of 2015 or 2020, the older
/// one, or an extract that copies it.
struct BirthCertificate {
  /// Which print it is.
  enum Print: CaseIterable {
    case of2020, of2015, extract
    /// Held out.
    case older
  }

  let family: Family
  let print: Print
  let style: TextStyle
  let seed: UInt64

  private var inCapitals: Bool { seed % 3 != 0 }
  private func name(_ person: Person) -> String { inCapitals ? person.capitalName : person.name }

  /// The values as printed.
  var document: LabelledDocument {
    var document = LabelledDocument(kind: .birthCertificate, fields: [:])
    document.set("childName", family.child.capitalName)
    document.set("dateOfBirth", family.child.birth.description)
    document.set("sex", family.child.sex.rawValue)
    document.set("placeOfBirth", birthPlace)
    document.set("motherName", name(family.mother))
    document.set("fatherName", name(family.father))
    document.set("number", family.number)
    document.set("dateOfIssue", family.registered.description)
    return document
  }

  private var birthPlace: String {
    let hospitals = ["Bệnh viện Đa khoa", "Bệnh viện Phụ sản", "Trạm Y tế", "Trung tâm Y tế"]
    let place = family.child.birthRegistration
    return "\(hospitals[Int(seed >> 8) % hospitals.count]), \(place.unitsLine(.full))"
  }

  func draw(on canvas: PageCanvas) throws {
    let bold = style.bold
    let red = Ink(hex: 0xa8232b)
    if seed % 2 == 0 {
      canvas.fill(Ink(hex: 0xfdf6e8))
      canvas.rectangle(x: 10, y: 10, width: 190, height: 277, stroke: Ink(hex: 0xc98a8a), line: 0.8)
    }
    let office = Address.parts(of: family.child.birthRegistration.ward)
    try canvas.text(
      "ỦY BAN NHÂN DÂN", centredAt: 55, baseline: 24, style: bold.with { $0.size *= 0.9 })
    try canvas.text(
      "\(office.kind) \(office.name)".uppercased(), centredAt: 55, baseline: 30,
      style: style.with { $0.size *= 0.9 }, limit: 72)
    try canvas.text(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", centredAt: 140, baseline: 24,
      style: bold.with { $0.size *= 0.9 }, limit: 96)
    try canvas.text(
      "Độc lập - Tự do - Hạnh phúc", centredAt: 140, baseline: 30,
      style: bold.with { $0.size *= 0.9 })
    let title = print == .extract ? "TRÍCH LỤC KHAI SINH" : "GIẤY KHAI SINH"
    try canvas.text(
      title, centredAt: 105, baseline: 50,
      style: bold.with {
        $0.size *= 1.8
        $0.ink = seed % 2 == 0 ? red : .black
      })
    if print == .extract {
      try canvas.text("(BẢN SAO)", centredAt: 105, baseline: 57, style: bold)
    }
    try canvas.text(
      "Số: \(family.number)", centredAt: print == .older ? 170 : 105, baseline: 64, style: style)
    var rows = PaperRows(
      canvas: canvas, label: style, value: inCapitals ? style.bold : style, left: 25, right: 185,
      step: style.size * 2.05, baseline: 76)
    try write(&rows)
    try sign(canvas, below: rows.baseline)
  }

  private func write(_ rows: inout PaperRows) throws {
    let child = family.child
    let of = print == .older ? "Họ và tên" : "Họ, chữ đệm, tên"
    try rows.row("\(of):", child.capitalName)
    try rows.row("Ngày, tháng, năm sinh:", child.birth.printed())
    let words = SpelledDate.text(child.birth)
    try rows.row(print == .older ? "(bằng chữ):" : "Ghi bằng chữ:", words)
    try rows.row([
      ("Giới tính:", child.sex.printed, 0.28), ("Dân tộc:", child.ethnicity, 0.34),
      ("Quốc tịch:", "Việt Nam", 0.38),
    ])
    try rows.row("Nơi sinh:", birthPlace)
    try rows.row("Quê quán:", child.origin.unitsLine(.full))
    if print != .older { try rows.row("Số định danh cá nhân:", child.personalNumber) }
    let parents = [("mẹ", family.mother), ("cha", family.father)]
    for (word, parent) in print == .older ? parents.reversed() : parents {
      let label = print == .older ? "Họ và tên \(word):" : "Họ, chữ đệm, tên người \(word):"
      try rows.row(label, name(parent))
      try rows.row([
        ("Năm sinh:", String(parent.birth.year), 0.28), ("Dân tộc:", parent.ethnicity, 0.34),
        ("Quốc tịch:", "Việt Nam", 0.38),
      ])
      try rows.row(
        print == .older ? "Nơi thường trú/tạm trú:" : "Nơi cư trú:",
        parent.formerResidence.unitsLine(.full))
    }
    if print == .of2015 || print == .of2020 {
      try rows.row("Họ, chữ đệm, tên người đi khai sinh:", name(family.guardian))
      try rows.row("Giấy tờ tùy thân:", "Số định danh cá nhân \(family.guardian.personalNumber)")
    }
    try rows.row(
      "Nơi đăng ký khai sinh:",
      "Ủy ban nhân dân \(family.child.birthRegistration.unitsLine(.full))")
    try rows.row("Ngày, tháng, năm đăng ký:", family.registered.printed())
  }

  private func sign(_ canvas: PageCanvas, below baseline: Double) throws {
    var random = SplitMix64(seed: seed, purpose: "pen")
    let top = min(baseline + 4, 262)
    try canvas.text("NGƯỜI KÝ GIẤY KHAI SINH", centredAt: 145, baseline: top, style: style.bold)
    PenMarks.signature(
      on: canvas, centre: Point(145, top + 12), width: 30, height: 12, ink: .penBlue, with: &random)
    if random.chance(0.7) {
      try PenMarks.roundStamp(
        on: canvas, centre: Point(128, top + 12), radius: 16, ring: "ỦY BAN NHÂN DÂN",
        middle: ["PHƯỜNG"], family: style.family, ink: Ink.stampRed.faded(to: 0.7),
        turned: random.between(-15, 15))
    }
  }
}
