import Testing

@testable import lesson_maker

@Suite("What a line was meant to say")
struct PrintedRowsTests {
  private let rows = PrintedRows(
    """
    Họ và tên:\tTRẦN THỊ MỴ
    Nơi thường trú\tThôn 13, xã Minh
    Tiến, huyện Đại Từ, tỉnh Thái Nguyên
    12/05/1990
    12/06/1990
    """)

  @Test(
    "The nearest stretch of a row is meant",
    arguments: [
      ("TRAN THI MỲ", "TRẦN THỊ MỴ"),
      ("Họ vả tên: TRẤN THỊ MỲ", "Họ và tên: TRẦN THỊ MỴ"),
      ("Tiến, huyện Dại Từ,tỉnh Thái Nguyễn", "Tiến, huyện Đại Từ, tỉnh Thái Nguyên"),
      ("Thôn 13, xã Minh", "Thôn 13, xã Minh"),
      ("12/05/1990", "12/05/1990"),
    ])
  func nearest(read: String, meant: String) {
    #expect(rows.text(meantBy: read) == meant)
  }

  @Test(
    "What is far from all, or as near to two, teaches nothing",
    arguments: [
      "CỘNG HÒA XÃ HỘI", "12/0_/1990", "a", "",
    ])
  func unknown(read: String) {
    #expect(rows.text(meantBy: read) == nil)
  }
}
