import Documents

@testable import Extraction

/// 602b declarations as they are printed, to be filled in otherwise by each test.
extension PrintedRegion {
  /// The head of a declaration by a decision of this number and day.
  static func declaration(by decision: String) -> PrintedRegion {
    var sheet = PrintedRegion.sheet()
    sheet.line("Mẫu TK1-TS", x: 1900, y: 150)
    sheet.line("(Ban hành kèm theo QĐ số: \(decision))", x: 1300, y: 210)
    sheet.line(
      "THAM GIA, ĐIỀU CHỈNH THÔNG TIN BẢO HIỂM XÃ HỘI, BẢO HIỂM Y TẾ", x: 500, y: 400)
    return sheet
  }

  /// Both parts of a declaration of 2018.
  static func declaration888(decision: String = "888/QĐ-BHXH") -> PrintedRegion {
    var sheet = declaration(by: "\(decision) ngày 16/7/2018")
    sheet.line(
      "(Áp dụng đối với người tham gia chưa được cấp mã số BHXH và thay đổi thông tin)", x: 400,
      y: 480)
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 560)
    sheet.line("I. Đối với người chưa được cấp mã số BHXH", x: 250, y: 660)
    sheet.line("[01] Họ và tên (viết chữ in hoa): ...............", x: 250, y: 730)
    sheet.line(
      "[02] Ngày, tháng, năm sinh: ../../....  [03] Giới tính: .....", x: 250, y: 800)
    sheet.line("[06] Nơi đăng ký giấy khai sinh:", x: 250, y: 870)
    sheet.line("[06.1] Xã (phường, thị trấn): phường Phúc Xá", x: 250, y: 940)
    sheet.line(
      "[06.2] Huyện (quận, thị xã, Tp thuộc tỉnh): quận Ba Đình  [06.3] Tỉnh (Tp): Hà Nội",
      x: 250, y: 1010)
    sheet.line("[08] Số CMND/ Hộ chiếu/ Thẻ căn cước: 012345678", x: 250, y: 1080)
    sheet.line(
      "[11] Mức tiền đóng: 1.500.000 đồng  [12] Phương thức đóng: 3 tháng", x: 250, y: 1150)
    sheet.line("[13] Nơi đăng ký khám bệnh, chữa bệnh ban đầu: .....", x: 250, y: 1220)
    sheet.line(
      "II. Đối với người đã được cấp mã số BHXH thay đổi thông tin", x: 250, y: 1300)
    sheet.line("[01] Họ và tên (viết chữ in hoa): NGUYỄN VĂN ĐỨC", x: 250, y: 1370)
    sheet.line(
      "[02] Ngày, tháng, năm sinh: 15/01/1990  [03] Mã số BHXH: 0123456789", x: 250, y: 1440)
    sheet.line("[04] Nội dung thay đổi, yêu cầu: Đăng ký lại", x: 250, y: 1510)
    sheet.line("[05] Hồ sơ kèm theo (nếu có):", x: 250, y: 1580)
    sheet.line("Người kê khai", x: 1700, y: 1800)
    sheet.line("(Ký, ghi rõ họ tên)", x: 1650, y: 1870)
    return sheet
  }

  /// Such a declaration with other lines instead of those that begin with `start`.
  static func declaration888(
    replacing lines: [(start: String, with: [(String, x: Int, y: Int)])]
  ) -> PrintedRegion {
    var sheet = declaration888()
    for (start, new) in lines {
      sheet.lines.removeAll { $0.text.hasPrefix(start) }
      for (text, x, y) in new { sheet.line(text, x: x, y: y) }
    }
    return sheet
  }

  /// The head and the labels of a declaration of 2023 that tell it from others.
  static func declaration490() -> PrintedRegion {
    var sheet = declaration(by: "490/QĐ-BHXH ngày 28/3/2023")
    sheet.line("Kính gửi: Bảo hiểm xã hội quận Hồng Bàng", x: 700, y: 560)
    sheet.line("[01]. Họ và tên (viết chữ in hoa): NGUYỄN VĂN AN", x: 250, y: 730)
    sheet.line("[03]. Ngày, tháng, năm sinh: 15/01/1990", x: 250, y: 800)
    sheet.line("[06]. Số CCCD/ĐDCN/Hộ chiếu: 012345678", x: 250, y: 870)
    sheet.line("[09]. Nơi đăng ký khai sinh:", x: 250, y: 1130)
    sheet.line("[13]. Mã số BHXH: 0123456789", x: 250, y: 1200)
    sheet.line("[18]. Nội dung thay đổi, yêu cầu khác: Đăng ký lại", x: 250, y: 1270)
    return sheet
  }

  /// Boxes so narrow that their labels take two lines, of which the second runs up to the neighbour's.
  static func narrowColumns(second: [(String, x: Int)], third: [(String, x: Int)])
    -> PrintedRegion
  {
    var sheet = declaration888()
    sheet.lines.removeAll { (930..<1070).contains($0.box.y) }
    sheet.line(
      joining: [
        ("[06.1]. Xã (phường, thị", x: 250), ("[06.2]. Huyện (quận,", x: 940),
        ("[06.3]. Tỉnh (Tp):", x: 1590),
      ], y: 930)
    sheet.line("trấn): Đoàn Kết", x: 250, y: 982)
    sheet.line(joining: second, y: 982)
    for (text, x) in third { sheet.line(text, x: x, y: 1034) }
    return sheet
  }
}

extension Extractor {
  /// What comes out of a declaration of 2018 with other lines instead of those that begin with `start`.
  func declaration(
    replacing lines: [(start: String, with: [(String, x: Int, y: Int)])]
  ) -> ExtractedDocument {
    extract(PrintedRegion.declaration888(replacing: lines).reading, page: 1)
  }
}
