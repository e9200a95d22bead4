import Documents
import Gazetteer
import Testing
import VietnameseText

@testable import Extraction

@Suite struct FieldRepairTests {
  private static let repair = Result {
    try FieldRepair.lists(
      try Gazetteer(directory: Dictionaries.directory),
      language: LanguageRepair(
        models: try RepairModels(directory: Dictionaries.directory + "/language")))
  }

  private static let request = FieldKey(rawValue: "requestedChange")
  private static let payment = FieldKey(rawValue: "paymentMethod")

  /// The field of a form with `key`.
  private func field(_ key: FieldKey, of layout: String = "form-602b-490") throws -> LayoutField {
    let catalogue = try LayoutCatalogue(dictionaries: Dictionaries.directory)
    let layout = try #require(catalogue.layouts.first { $0.id == layout })
    return try #require(layout.fields.first { $0.key == key })
  }

  private func repaired(
    _ value: String, _ key: FieldKey, of layout: String = "form-602b-490"
  ) throws -> FieldRepair.Repaired {
    try Self.repair.get().repaired(value, try field(key, of: layout))
  }

  /// No list holds what a person asks for: the language decides, and says so.
  @Test func repairsFreeText() throws {
    let repaired = try repaired(
      "Tôi đề nghi được giải quyêt chế độ, kể từ tháng 10 năm 2026", Self.request)
    #expect(repaired.value == "Tôi đề nghị được giải quyết chế độ, kể từ tháng 10 năm 2026")
    #expect(repaired.repairs.map(\.why) == ["language-model", "language-model"])
    #expect(repaired.repairs.allSatisfy { (0.7...1).contains($0.probability) })
    // A repair is no proof: the lexicon does not vouch for free text.
    #expect(repaired.lexicon == .none)
  }

  /// What is right, codes and numbers among it, stays to the letter.
  @Test(arguments: [
    "Điều chỉnh mức đóng từ 1.500.000 đồng lên 2.000.000 đồng từ 01/2026",
    "01 bản sao CCCD, 01 bản sao sổ BHXH số 0123456789", "Cấp lại thẻ BHYT GD4790123456789",
    "Không", "", "-", "Đổi nơi KCB ban đầu sang 79034",
  ])
  func leavesRightTextAlone(text: String) throws {
    let repaired = try repaired(text, Self.request)
    #expect(Array(repaired.value.utf8) == Array(text.utf8))
    #expect(repaired.repairs.isEmpty)
  }

  /// A police office ends with its province; what is printed over or beside it is no part of it.
  @Test(arguments: [
    ("GIÁM ĐỐC CA THÁI BÌNH ĐỊNH", "GIÁM ĐỐC CA THÁI BÌNH", Evidence.Lexicon.corrected),
    ("GIÁM ĐỐC CA TỈNH ĐẮK NÔNG HÀ TĨNH", "GIÁM ĐỐC CA TỈNH ĐẮK NÔNG", .corrected),
    ("GIÁM ĐỐC CÔNG AN TỈNH CÀ MAU TĨNH", "GIÁM ĐỐC CÔNG AN TỈNH CÀ MAU", .corrected),
    ("GIẢM ĐỐC CỒNG AN TÍNH BẮC GIANG", "GIÁM ĐỐC CÔNG AN TỈNH BẮC GIANG", .corrected),
    ("GIÁM ĐỐC CA BÌNH THUẬN", "GIÁM ĐỐC CA BÌNH THUẬN", .exact),
    ("GIÁM ĐỐC CA BÀ RỊA - VŨNG TÀU", "GIÁM ĐỐC CA BÀ RỊA - VŨNG TÀU", .exact),
    ("GIÁM ĐỐC CA HỒ CHÍ NINH BÌNH", "GIÁM ĐỐC CA HỒ CHÍ NINH BÌNH", .absent),
  ])
  func readsPoliceOffices(read: String, meant: String, lexicon: Evidence.Lexicon) throws {
    let repaired = try repaired(read, .issuer, of: "cmnd-9-back")
    #expect(repaired.value == meant)
    #expect(repaired.lexicon == lexicon)
  }

  /// Streets named after days keep them apart from the house.
  @Test(arguments: [
    (
      "51/4030 Tháng 4, phường Phú Thủy, thành phố Phan Thiết, tỉnh Bình Thuận",
      "51/40 30 Tháng 4, phường Phú Thủy, thành phố Phan Thiết, tỉnh Bình Thuận"
    ),
    (
      "1230 Tháng 4, Phú Thủy, Phan Thiết, Bình Thuận",
      "12 30 Tháng 4, Phú Thủy, Phan Thiết, Bình Thuận"
    ),
    (
      "Số 7 đường 30 Tháng 4, Phú Thủy, Phan Thiết, Bình Thuận",
      "Số 7 đường 30 Tháng 4, Phú Thủy, Phan Thiết, Bình Thuận"
    ),
  ])
  func partsHousesFromDays(read: String, meant: String) throws {
    #expect(try repaired(read, .placeOfResidence, of: "cmnd-12-front").value == meant)
  }

  /// Names of the highlands keep their apostrophes and capitals, which engines drop or make up.
  @Test(arguments: [
    ("Cư Mgar, Cư Mgar, Đắk Lắk", "Cư M'gar, Cư M'gar, Đắk Lắk"),
    ("Kiến Đức, Đắk RLấp, Đắk Nông", "Kiến Đức, Đắk R'Lấp, Đắk Nông"),
    ("Kông Bơ La, KBang, Gia Lai", "Kông Bơ La, KBang, Gia Lai"),
    ("Đống Đa, PLeiku, Gia Lai", "Đống Đa, Pleiku, Gia Lai"),
  ])
  func readsHighlandNames(read: String, meant: String) throws {
    #expect(try repaired(read, .placeOfOrigin, of: "cccd-chip-front").value == meant)
  }

  /// No ward is printed as a bare number.
  @Test func doubtsANumberWithoutItsUnitWord() throws {
    let place = FieldKey(rawValue: "placeOfBirth")
    #expect(try repaired("9, Cà Mau, Cà Mau", place, of: "cancuoc-2024-back").lexicon == .absent)
    #expect(
      try repaired("Phường 9, Cà Mau, Cà Mau", place, of: "cancuoc-2024-back").lexicon == .exact)
  }

  @Test(arguments: [
    ("công giáo", "Công giáo"), ("Phật: giáo", "Phật giáo"), ("Cộng giáo", "Công giáo"),
    ("Không", "Không"),
  ])
  func readsReligions(read: String, meant: String) throws {
    #expect(try repaired(read, .religion, of: "cmnd-9-back").value == meant)
  }

  /// Street and hamlet by the language, units by the gazetteer.
  @Test func repairsWhatStandsBeforeTheUnits() throws {
    let repaired = try repaired(
      "56/59 1ý Thường Kiệt, Phường 2, Quân 6, TP. Hồ Chí Minh", .contactAddress, of: "form-01")
    #expect(repaired.value == "56/59 Lý Thường Kiệt, Phường 2, Quận 6, TP. Hồ Chí Minh")
    #expect(Set(repaired.repairs.map(\.why)) == ["gazetteer", "language-model"])
    let parts = try Self.repair.get().repairParts([
      "Sô 12 Ngô Quyên", "Phường Bến Nghé", "Quân 1", "TP. HCM",
    ])
    #expect(parts.map(\.value).dropFirst() == ["Phường Bến Nghé", "Quận 1", "TP. HCM"])
  }

  /// The abbreviation of a province's unit word, misread as other letters.
  @Test func readsTheOpeningOfAProvince() throws {
    for (read, meant) in [
      ("JL Nghệ An", "T. Nghệ An"), ("TT. Vĩnh Long", "T. Vĩnh Long"), ("Hà Nội", "Hà Nội"),
      ("TP. Đà Nẵng", "TP. Đà Nẵng"),
    ] {
      #expect(try Self.repair.get().repairParts([read]).map(\.value) == [meant])
    }
  }

  /// A box holds one unit: a unit word alone, or two names, are print of other boxes.
  @Test(arguments: [
    (["Phường Phú Bình Long Khánh", "Thành phố", "Tỉnh Đồng Nai"], [false, true, false]),
    (["xã Quảng Thành huyện Hải Hà", "tỉnh Quảng Ninh"], [true, false]),
    (["Phường Phú Bình", "Thành phố Long Khánh", "Tỉnh Đồng Nai"], [false, false, false]),
    (["thị trấn Yên Lạc", "huyện Yên Lạc", "tỉnh Vĩnh Phúc"], [false, false, false]),
    (["Số 5 Hà Nội", "Bến Nghé", "Quận 1", "TP. HCM"], [false, false, false, false]),
  ])
  func vouchesForOneUnitInABox(parts: [String], areDoubted: [Bool]) throws {
    let repaired = try Self.repair.get().repairParts(parts)
    #expect(repaired.map { $0.lexicon == .absent } == areDoubted)
  }

  /// Of today's ward of that name, before which a district would be a hamlet.
  @Test func knowsAPartThatIsMoreThanItsUnit() throws {
    let parts = try Self.repair.get().repairParts([
      "thị trần", "huyện Thạch An Đông Khê", "tỉnh Cao Bằng",
    ])
    #expect(parts.map(\.isOneUnit) == [false, false, true])
    let right = try Self.repair.get().repairParts([
      "TT. Đông Khê", "Thạch An", "T. Cao Bằng",
    ])
    #expect(right.map(\.isOneUnit) == [true, true, true])
  }

  /// A name without its dash may have been printed so, or lost it.
  @Test func vouchesForNoNameWithoutItsDash() throws {
    let known = try Self.repair.get().repairParts(["Tỉnh Bà Rịa - Vũng Tàu"])
    #expect(known.map(\.lexicon) == [.exact])
    let doubtful = try Self.repair.get().repairParts(["Tỉnh Bà Rịa Vũng Tàu"])
    #expect(doubtful.map(\.lexicon) == [.corrected])
    #expect(doubtful.map(\.value) == ["Tỉnh Bà Rịa Vũng Tàu"])
  }

  /// Cards print a place of birth by its units alone; what stands before them is of the label.
  @Test(arguments: [
    ("le of prthr Phước Hưng, Bà Rịa, Bà Rịa - Vũng Tàu", "Phước Hưng, Bà Rịa, Bà Rịa - Vũng Tàu"),
    (
      "of bịth, Phường 7, Quận Tân Bình, Thành phố Hồ Chí Minh",
      "Phường 7, Quận Tân Bình, Thành phố Hồ Chí Minh"
    ),
    ("0 Dịch Bàu Cạn, Chư Prông, Gia Lai", "Bàu Cạn, Chư Prông, Gia Lai"),
    ("Thôn 2, Bàu Cạn, Chư Prông, Gia Lai", "Thôn 2, Bàu Cạn, Chư Prông, Gia Lai"),
  ])
  func dropsWhatIsLeftOfALabel(read: String, meant: String) throws {
    let place = FieldKey(rawValue: "placeOfBirth")
    #expect(try repaired(read, place, of: "cancuoc-2024-back").value == meant)
  }

  /// Names by the names: certain words are put right, doubtful ones stay and are not vouched for.
  @Test func repairsNames() throws {
    let certain = try repaired("NGUYÊN THỊ HƯƠNG", .fullName)
    #expect(certain.value == "NGUYỄN THỊ HƯƠNG")
    #expect(certain.repairs.map(\.why) == ["names"])
    #expect(certain.lexicon == .corrected)
    let doubtful = try repaired("LÊ THỊ THUY", .fullName)
    #expect(doubtful.value == "LÊ THỊ THUY")
    #expect(doubtful.lexicon == .absent)
    #expect(try repaired("TRẦN THỊ THÚY", .fullName).lexicon == .exact)
  }

  /// A text of any length gets an answer in bounded time.
  @Test func isTotal() throws {
    let long = String(repeating: "Đăng ký lại, ", count: 2000) + "hết"
    #expect(try repaired(long, Self.request).value == long)
    #expect(try repaired("\u{0}\u{FFFD}|||", Self.request).value == "\u{0}\u{FFFD}|||")
  }

  /// An engine is as sure of marks that it misreads as of others; the language knows better.
  @Test func marksWordsAsTheirNeighboursDemand() throws {
    let repaired = try repaired("Điều chỉnh căn cứ đóng theo thu nhập mới lưa chon", Self.request)
    #expect(repaired.value == "Điều chỉnh căn cứ đóng theo thu nhập mới lựa chọn")
  }

  /// What may be marked in two ways is left as it was read, and counts as less sure.
  @Test func knowsLessOfHamletsThanOfPhrases() throws {
    let phrase = try repaired("Tiếp tục đóng BHXH tự nguyện", Self.request)
    let parts = try Self.repair.get().repairParts([
      "Xóm Động Gianh", "Phường Bến Nghé", "Quận 1", "TP. HCM",
    ])
    #expect(parts[0].value == "Xóm Động Gianh")
    let known = try #require(phrase.fluency)
    let guessed = try #require(parts[0].fluency)
    #expect(guessed < known)
  }

  /// Of a long phrase one letter may be misread, of a short one none: "chưa đúng" is no "chưa đóng".
  @Test(arguments: [
    ("Đăng ký đóng BHXH ty nguyện", "Đăng ký đóng BHXH tự nguyện"),
    ("Đóng 06 tháng môi lần", "Đóng 06 tháng một lần"),
    ("Thông tin chưa đúng", "Thông tin chưa đúng"),
    ("Bản sao CCCGD", "Bản sao CCCD"), ("Đối nơi đăng ký", "Đổi nơi đăng ký"),
    ("Thay đổi phương thức đóng BHXH. tự nguyện", "Thay đổi phương thức đóng BHXH tự nguyện"),
  ])
  func putsLettersOfLongPhrasesRight(read: String, meant: String) throws {
    #expect(try repaired(read, Self.request).value == meant)
  }

  /// What begins like a shorter phrase may be a longer one misread.
  @Test func prefersTheLongerPhrase() {
    let repair = PhraseRepair(["Cục Cảnh sát", "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư"])
    #expect(
      repair.repaired("Cục Cảnh sát ĐKQL cư trú và DLỌG về dân cư").value
        == "Cục Cảnh sát ĐKQL cư trú và DLQG về dân cư")
    #expect(repair.repaired("Cục Cảnh sát hình sự").value == "Cục Cảnh sát hình sự")
  }

  /// Vĩnh Phúc is no misread province word.
  @Test(arguments: [
    ("Công an Vĩnh Phúc", "Công an Vĩnh Phúc"), ("Bản sao CCCGD", "Bản sao CCCD"),
    ("bản sào CCCD", "bản sao CCCD"), ("bản sâu CCCD", "bản sâu CCCD"),
    ("Bản sao CCC D", "Bản sao CCC D"),
  ])
  func putsOneLetterOfAnAbbreviationRight(read: String, meant: String) {
    #expect(PhraseRepair(["công an tỉnh", "bản sao CCCD"]).repaired(read).value == meant)
  }

  /// A sign that nobody read is for a person to see.
  @Test func doubtsTheSignThatNoReadingHas() throws {
    let repair = try Self.repair.get()
    let suggested = repair.repairName("NAY HNAN", [["NAY HNAN"]])
    #expect(suggested.value == "NAY H'NAN")
    #expect(suggested.lexicon == .absent)
    #expect(repair.repairName("NAY HNAN", [["NAY HNAN", "NAY H'NAN"]]).lexicon == .corrected)
  }

  /// The wordings of the list of payment methods.
  @Test(arguments: [
    ("06tháng", "06 tháng"), ("06.tháng. một lần", "06 tháng một lần"),
    ("Hăng tháng", "Hằng tháng"), ("Hàng tháng", "Hàng tháng"), ("Hằng tháng", "Hằng tháng"),
    ("3 tháng/lần", "3 tháng/lần"),
  ])
  func repairsPaymentMethods(read: String, meant: String) throws {
    #expect(try repaired(read, Self.payment).value == meant)
  }

  /// An office whose name lost its beginning is not one that the list knows.
  @Test func knowsNoOfficeWithoutItsBeginning() throws {
    #expect(try repaired("xã hội huyện Ngân Sơn", .receivingOffice).lexicon == .absent)
    #expect(
      try repaired("Bảo hiểm xã hội huyện Ngân Sơn", .receivingOffice).lexicon == .exact)
  }
}
