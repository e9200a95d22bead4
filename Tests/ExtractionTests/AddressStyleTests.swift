import Gazetteer
import Testing

@testable import Extraction

@Suite struct AddressStyleTests {
  @Test(arguments: [
    ("Điện Bàn, (Quảng Nam", "Điện Bàn, Quảng Nam"),
    ("Đội] 7, Văn Vũ", "Đội 7, Văn Vũ"),
    ("Phú Thạnh, \"Đồng Nai", "Phú Thạnh, Đồng Nai"),
    ("Xã Khánh Yên 'Thượng", "Xã Khánh Yên Thượng"), ("M'Đrắk", "M'Đrắk"),
    ("Ayun.Pa, T. Gia Lai", "Ayun Pa, T. Gia Lai"), ("TP.Huế", "TP.Huế"),
    ("X. Phú Thạnh,, —Nhơn Trạch", "X. Phú Thạnh, Nhơn Trạch"),
    ("TP: Bắc Kạn, T. Bắc Kạn", "TP. Bắc Kạn, T. Bắc Kạn"),
    ("Bà Rịa - Vũng Tàu", "Bà Rịa - Vũng Tàu"),
    ("X Ia Băng", "X. Ia Băng"), ("TP, Sơn La", "TP. Sơn La"), ("TP Sơn La", "TP Sơn La"),
    (
      "Ap Đông, X. Hòa Kiến, TP. Tuy Hòa, 1, Phú Yên",
      "Ấp Đông, X. Hòa Kiến, TP. Tuy Hòa, T. Phú Yên"
    ),
    ("Tổ 1, Phú Yên", "Tổ 1, Phú Yên"), ("Khu 7, Phú Yên, Ba Vì", "Khu 7, Phú Yên, Ba Vì"),
    ("7ỉnh Phú Thọ", "Tỉnh Phú Thọ"), ("Tỉnh Long .An", "Tỉnh Long An"),
    ("Số nhà 206. ngõ 82 Văn Cao", "Số nhà 206, ngõ 82 Văn Cao"),
    ("Q. 3, Đ. Lê Lợi", "Q. 3, Đ. Lê Lợi"), ("P 2, Q 10", "P. 2, Q. 10"),
    ("xã H Bông", "xã H Bông"), ("Ea K Róa", "Ea K Róa"),
    ("Số 2 (ngõ 5), An Phú", "Số 2 (ngõ 5), An Phú"),
    // The word for a hamlet that opens an address.
    ("Â6 Tân Thành, xã Thạch Đồng", "Ấp Tân Thành, xã Thạch Đồng"),
    ("A6 Trần Phú, Hội An", "A6 Trần Phú, Hội An"),
    ("xóm 17, X. Phú Tân", "Xóm 17, X. Phú Tân"),
    ("rổ dân phố 19, Lam Hạ", "Tổ dân phố 19, Lam Hạ"),
    // Abbreviations stand like the others of the address.
    ("Tổ 5, P.10, TP. Sóc Trăng", "Tổ 5, P. 10, TP. Sóc Trăng"),
    ("P. 10, TP Sóc Trăng, T. Sóc Trăng", "P. 10, TP. Sóc Trăng, T. Sóc Trăng"),
    ("P.10, Quận 3", "P.10, Quận 3"), ("Q. 1, TP.HCM", "Q. 1, TP.HCM"),
    ("Đội 12,X, An Phước, H. Long Thành", "Đội 12, X. An Phước, H. Long Thành"),
    ("x, Tiên Thắng, H. Tiên Lãng", "X. Tiên Thắng, H. Tiên Lãng"),
    // Small letters that were read as capitals.
    ("xã QUỳnh Hoa, thành PHỐ Thái Bình", "xã Quỳnh Hoa, thành phố Thái Bình"),
    ("TP. HỒ Chí Minh", "TP. Hồ Chí Minh"), ("TP. HỒ CHÍ MINH, Quận 1", "TP. HỒ CHÍ MINH, Quận 1"),
    ("KBang, Gia Lai", "KBang, Gia Lai"),
  ])
  func dropsStraySigns(read: String, meant: String) {
    #expect(AddressStyle.tidied(read).value == meant)
  }

  @Test(arguments: [
    (
      "Xã Lê Lợi, Thành phố Hạ Long Tỉnh Quảng Ninh",
      "Xã Lê Lợi, Thành phố Hạ Long, Tỉnh Quảng Ninh"
    ),
    ("x. Bình Trị, H. Kiên Lương, T. Kiên Giang", "X. Bình Trị, H. Kiên Lương, T. Kiên Giang"),
    ("Xã A Xan, huyện Tây Giang, tỉnh Quảng Nam", "xã A Xan, huyện Tây Giang, tỉnh Quảng Nam"),
    // Print without commas stays so, and so does a mixed style.
    ("X. Hòa Phú H. Hòa Vang TP. Đà Nẵng", "X. Hòa Phú H. Hòa Vang TP. Đà Nẵng"),
    ("Thị xã Sơn Tây, Hà Nội", "Thị xã Sơn Tây, Hà Nội"),
    ("phường Nguyễn Du, Tỉnh Nam Định", "phường Nguyễn Du, Tỉnh Nam Định"),
  ])
  func evensUnits(read: String, meant: String) {
    #expect(AddressStyle.evened(read, after: "").value == meant)
  }

  /// Of one address each abbreviation has its stop and space, or none has.
  @Test(arguments: [
    (
      ["P. An Phú", "TP Thuận An", "T. Bình Dương"], ["P. An Phú", "TP. Thuận An", "T. Bình Dương"]
    ),
    (["X. Liêu Xá", "H.Yên Mỹ", "T. Hưng Yên"], ["X. Liêu Xá", "H. Yên Mỹ", "T. Hưng Yên"]),
    (
      ["X. Thanh An", "H,.Dầu Tiếng", "T. Bình Dương"],
      ["X. Thanh An", "H. Dầu Tiếng", "T. Bình Dương"]
    ),
    (["Phường An Phú", "TP Thuận An"], ["Phường An Phú", "TP Thuận An"]),
  ])
  func evensParts(read: [String], meant: [String]) {
    #expect(AddressStyle.tidied(parts: read).map(\.value) == meant)
  }

  @Test(arguments: [
    ("1. Sơn La", "T. Sơn La"), ("Tỉnh Sơn La", "Tỉnh Sơn La"), ("I:.Khánh Hòa", "I:.Khánh Hòa"),
  ])
  func readsAProvinceBehindItsLetter(read: String, meant: String) {
    #expect(AddressStyle.withProvince(read).value == meant)
  }

  @Test(arguments: [
    ("Tố 18, Phường Quang Vinh", "Tổ 18, Phường Quang Vinh"),
    ("Sô73 đường Điện Biên Phủ", "Số 73 đường Điện Biên Phủ"),
    ("Â6 3, Tô17, Gia Hòa", "Ấp 3, Tổ 17, Gia Hòa"),
    ("12A Trần Phú", "12A Trần Phú"),
    ("lội 5, Xóm Đông", "Đội 5, Xóm Đông"), ("Ấn 7, Tổ 15", "Ấp 7, Tổ 15"),
    ("Phường Hải 1", "Phường Hải 1"), ("Đội J2, Xóm 3", "Đội 12, Xóm 3"),
    ("Tổ 2B, An Phú", "Tổ 2B, An Phú"), ("Khu I2A", "Khu I2A"),
    ("Khu phố I, An Phú", "Khu phố 1, An Phú"), ("Äp Đoài, An Phú", "Ấp Đoài, An Phú"),
  ])
  func readsNumberedWords(read: String, meant: String) throws {
    let gazetteer = try Gazetteer(directory: Dictionaries.directory)
    let numbered = NumberedWord(words: gazetteer.vocabulary.numbered)
    #expect(numbered.repaired(read).value == meant)
  }
}
