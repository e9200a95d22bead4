import Documents
import Gazetteer
import Testing

@testable import Extraction

/// What shows that a part of a value was printed but not read, and how often its print was read.
@Suite struct LackingValueTests {
  private static let gazetteer = Result { try Gazetteer(directory: Dictionaries.directory) }

  /// The units of an address are printed alike: all with unit words or none, with commas or without.
  @Test(arguments: [
    ("Thôn 6, X. Lang Sơn, Hạ Hòa, T. Phú Thọ", 1),
    ("Thôn 6, X. Lang Sơn, H. Hạ Hòa, T. Phú Thọ", 0),
    ("Tổ 25, P. Cái Vồn, Bình Minh, T. Vĩnh Long", 1),
    ("Tân Minh, Thanh Sơn, Phú Thọ", 0), ("xã Tân Minh, huyện Thanh Sơn, tỉnh Phú Thọ", 0),
    ("Tổ 24, Phường 1, Quận 4, TP. Hồ Chí Minh", 0),
    ("Phường 11, Phú Nhuận, TP. Hồ Chí Minh", 0),
    ("ã Phú Lộc, Huyện Phù Ninh, Tỉnh Phú Thọ", 2),
    ("ấp 3, xã Phú Hữu, huyện Long Phú, tỉnh Sóc Trăng", 0),
    ("P. Rạch Dừa, TP. Vũng Tàu, T. Bà Rịa Vũng Tàu", 1),
    ("P. Rạch Dừa, TP. Vũng Tàu, T. Bà Rịa - Vũng Tàu", 0),
  ])
  func anAddressShowsWhatItLacks(text: String, count: Int) throws {
    let match = try Self.gazetteer.get().address(text)
    #expect(AddressLacks.count(in: text, match) == count)
  }

  /// A comma before the province is put back where commas part the other units.
  @Test(arguments: [
    ("Nậm Nhừ, Nậm Pồ Điện Biên", "Nậm Nhừ, Nậm Pồ, Điện Biên"),
    ("Nậm Nhừ, Nậm Pồ, Điện Biên", "Nậm Nhừ, Nậm Pồ, Điện Biên"),
    ("xã Nậm Nhừ, huyện Nậm Pồ, tỉnh Điện Biên", "xã Nậm Nhừ, huyện Nậm Pồ, tỉnh Điện Biên"),
    ("Tân Minh Thanh Sơn Phú Thọ", "Tân Minh Thanh Sơn Phú Thọ"),
  ])
  func theProvinceGetsItsCommaBack(text: String, expected: String) throws {
    let match = try Self.gazetteer.get().address(text)
    #expect(AddressLacks.withComma(text, match).value == expected)
  }

  /// Of a feature that a face has twice the side follows.
  @Test func aPairOfFeaturesNeedsItsSide() throws {
    let repair = try IdentificationRepair(dictionaries: Dictionaries.directory)
    #expect(repair.repaired("Sẹo chấm C:0,5cm trên sau đỉnh tai").lacks == 1)
    #expect(repair.repaired("Sẹo chấm C:0,5cm trên sau đỉnh tai phải").lacks == 0)
    #expect(repair.repaired("Sẹo chấm trên cằm").lacks == 0)
    // The letter of "C:3,5cm" was not read.
    #expect(repair.repaired("Nốt ruồi :3,5cm trên sau mép trái").lacks == 1)
    #expect(repair.repaired("Nốt ruồi C:3,5cm trên sau mép trái").lacks == 0)
  }

  /// THỊ is no surname: before it one is missing, or it is Thi.
  @Test func noNameBeginsWithThi() throws {
    let names = NameRepair(model: try NameModel(dictionaries: Dictionaries.directory))
    #expect(names.repaired("THỊ TRỌNG HÒA").lacks == 1)
    #expect(names.repaired("NGUYỄN THỊ HÒA").lacks == 0)
  }

  /// A space as wide as several letters holds a word that was not read.
  @Test func aWideSpaceIsAMissingWord() {
    func reading(_ x: Int) -> FieldReading {
      let pieces = [("LÊ", 100), ("HỒNG", x)].map { text, x in
        ValuePiece(
          text: text, box: PixelBox(x: x, y: 50, width: 20 * text.count, height: 30),
          confidence: 0.9, row: 0)
      }
      let parsed = ParsedValue(value: "LÊ HỒNG", isWellFormed: true, pieces: pieces)
      return FieldReading(parsed, raw: "LÊ HỒNG", labelQuality: 1, fallbackBox: nil)
    }
    // A dash is as wide as its words' spaces and hardly high.
    let dashed = [("Rịa", 100, 30), ("-", 175, 4), ("Vũng", 200, 30)].map { text, x, height in
      ValuePiece(
        text: text, box: PixelBox(x: x, y: 50, width: 20 * text.count, height: height),
        confidence: 0.9, row: 0)
    }
    let province = ParsedValue(value: "Rịa - Vũng", isWellFormed: true, pieces: dashed)
    #expect(
      FieldReading(province, raw: "Rịa - Vũng", labelQuality: 1, fallbackBox: nil).lacks == 0)
    #expect(reading(155).lacks == 0)
    #expect(reading(300).lacks == 1)
  }

  /// The box of a value may touch its label, which is read once; the value was read three times.
  @Test func onlyLinesOfTheValueCount() throws {
    var card = PrintedRegion.card()
    let address = "Thị trấn Tam Hồng, Huyện Yên Lạc, Tỉnh Vĩnh Phúc"
    card.line("Nơi đăng ký khai sinh", x: 50, y: 60)
    card.lineHeight = 12
    card.line("Place of birth", x: 50, y: 100)
    card.lineHeight = 34
    card.line(address, x: 50, y: 104, other: [address, address])
    card.lineHeight = 26
    card.line("Ngày, tháng, năm cấp / Date of issue", x: 336, y: 228)
    card.line("24/10/2025", x: 336, y: 256)
    card.line("BỘ CÔNG AN", x: 422, y: 360)
    card.line("MINISTRY OF PUBLIC SECURITY", x: 355, y: 396)
    let document = try Dictionaries.extractor.get().extract(card.reading, page: 1)
    let field = try #require(document.fields[FieldKey(rawValue: "placeOfBirth")])
    #expect(field.value?.text == address)
    #expect(field.evidence.measures[.agreement] == 3)
    #expect(field.evidence.measures[.lacks] == 0)
  }
}
