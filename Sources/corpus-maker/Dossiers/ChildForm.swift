import CorpusDrawing
import Documents

/// Form 01 through which a guardian opens a child's account.
///
/// No print of it is public, so wordings and order are ours, after the screens of the portal.
struct ChildForm {
  let family: Family
  let style: TextStyle
  let isHeldOut: Bool
  let seed: UInt64
  /// The day of the declaration.
  let day: CalendarDate

  private var office: String {
    "Bảo hiểm xã hội \(Address.parts(of: family.guardian.residence.province).name)"
  }

  /// The values as printed.
  var document: LabelledDocument {
    let guardian = family.guardian
    var document = LabelledDocument(kind: .form01, fields: [:])
    document.set("fullName", guardian.capitalName)
    document.set("socialInsuranceNumber", guardian.socialInsuranceNumber)
    document.set("idNumber", guardian.personalNumber)
    document.set("contactAddress", guardian.residence.line(.full))
    document.set("phone", guardian.phone)
    document.set("email", guardian.email)
    document.set("childName", family.child.capitalName)
    document.set("childSocialInsuranceNumber", family.child.socialInsuranceNumber)
    document.set("guardianRelation", family.relation)
    document.set("receivingOffice", office)
    document.set("transactionChannel", "portal")
    document.set("declaredOn", day.description)
    document.set("declarantSignature", "present")
    return document
  }

  func draw(on canvas: PageCanvas) throws {
    let bold = style.bold
    try canvas.text("Mẫu số: 01", centredAt: 160, baseline: 16, style: style)
    try canvas.text(
      "(Ban hành kèm theo Nghị định số 166/2016/NĐ-CP", centredAt: 150, baseline: 21,
      style: style.italic.with { $0.size *= 0.85 })
    try canvas.text(
      "ngày 24 tháng 12 năm 2016 của Chính phủ)", centredAt: 150, baseline: 26,
      style: style.italic.with { $0.size *= 0.85 })
    try canvas.text(
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", centredAt: 105, baseline: 38, style: bold)
    try canvas.text("Độc lập - Tự do - Hạnh phúc", centredAt: 105, baseline: 44, style: bold)
    try canvas.text("TỜ KHAI", centredAt: 105, baseline: 58, style: bold)
    try canvas.text(
      isHeldOut
        ? "Đăng ký tài khoản giao dịch điện tử cho con"
        : "Đăng ký sử dụng phương thức giao dịch điện tử cho con", centredAt: 105, baseline: 65,
      style: bold)
    try canvas.text("Kính gửi: \(office)", centredAt: 105, baseline: 76, style: style)
    var rows = PaperRows(
      canvas: canvas, label: style, value: style, left: 25, right: 188, step: style.size * 2.1,
      baseline: 90)
    try write(&rows)
    try sign(canvas, below: rows.baseline)
  }

  private func write(_ rows: inout PaperRows) throws {
    let guardian = family.guardian
    let child = family.child
    try rows.row(
      isHeldOut ? "Họ và tên người đăng ký:" : "Họ và tên cha, mẹ hoặc người giám hộ:",
      guardian.capitalName)
    try rows.row("Mã số BHXH:", guardian.socialInsuranceNumber)
    try rows.row("Số CCCD/ĐDCN/Hộ chiếu:", guardian.personalNumber)
    try rows.row("Địa chỉ liên hệ:", guardian.residence.line(.full))
    try rows.row([
      ("Số điện thoại di động:", guardian.phone, 0.5), ("Email:", guardian.email, 0.5),
    ])
    try rows.row(isHeldOut ? "Họ tên con:" : "Họ và tên con:", child.capitalName)
    try rows.row(
      isHeldOut ? "Mã số BHXH của trẻ em:" : "Mã số BHXH của con:", child.socialInsuranceNumber)
    try rows.row(isHeldOut ? "Quan hệ với con:" : "Mối quan hệ với con:", family.relation)
    try channels(rows)
    rows.baseline += rows.step
    try rows.row("Hồ sơ kèm theo: ảnh chân dung, ảnh giấy khai sinh của con", nil)
    try rows.canvas.text(
      "Tôi cam đoan những nội dung kê khai là đúng và chịu trách nhiệm trước pháp luật.",
      at: Point(25, rows.baseline + 2), style: style, width: 163)
    rows.baseline += rows.step * 2
  }

  /// The tick boxes of the transaction channel, the first one ticked.
  private func channels(_ rows: PaperRows) throws {
    let canvas = rows.canvas
    let y = rows.baseline
    let label = "Đăng ký giao dịch tại:"
    try canvas.text(label, at: Point(rows.left, y), style: style)
    let first = rows.left + (try canvas.measure(label, style: style).width) + 5
    var x = first
    for text in ["Cổng thông tin điện tử của BHXH Việt Nam", "I-VAN"] {
      canvas.rectangle(x: x, y: y - 3.6, width: 3.8, height: 3.8, stroke: .toner, line: 0.25)
      try canvas.text(text, at: Point(x + 6, y), style: style)
      x += 6 + (try canvas.measure(text, style: style).width) + 5
    }
    canvas.stroke(
      through: [
        Point(first + 0.6, y - 1.8), Point(first + 1.7, y - 0.4), Point(first + 3.9, y - 4.2),
      ], width: 0.5, ink: .penBlue)
  }

  private func sign(_ canvas: PageCanvas, below baseline: Double) throws {
    var random = SplitMix64(seed: seed, purpose: "pen")
    let place = Address.parts(of: family.guardian.residence.province).name
    let date =
      "\(place), ngày \(CalendarDate.twoDigits(day.day ?? 1)) tháng "
      + "\(CalendarDate.twoDigits(day.month ?? 1)) năm \(day.year)"
    try canvas.text(date, centredAt: 145, baseline: baseline + 6, style: style.italic, limit: 90)
    try canvas.text("Người đăng ký", centredAt: 145, baseline: baseline + 13, style: style.bold)
    try canvas.text(
      "(Ký, ghi rõ họ tên)", centredAt: 145, baseline: baseline + 19, style: style.italic)
    PenMarks.signature(
      on: canvas, centre: Point(145, baseline + 30), width: 34, height: 14, ink: .penBlue,
      with: &random)
  }
}
