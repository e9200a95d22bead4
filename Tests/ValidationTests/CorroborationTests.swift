import Documents
import Testing

@testable import Validation

@Suite struct CorroborationTests {
  private static func counts(
    _ kind: DocumentKind, _ values: [String: String]
  ) throws -> [FieldKey: Double] {
    let fields = RuleTests.fields(values, witnesses: [.ocr])
    let judgement = try Dictionaries.validator.get().validate(
      kind: kind, side: .front, fields: fields, required: [], findings: [])
    return judgement.fields.compactMapValues { $0.evidence.measures[.corroboration] }
  }

  /// TT 59/2021/TT-BCA, article 4: the number tells province, sex and year of birth.
  @Test func numberAndBirthSpeakForEachOther() throws {
    let counts = try Self.counts(
      .cccdChip,
      ["personalNumber": "001090123456", "sex": "male", "dateOfBirth": "1990-01-15"])
    #expect(counts == [.personalNumber: 3, .sex: 1, .dateOfBirth: 1])
  }

  /// One of the two is misread, and nothing says which.
  @Test func whatContradictsSpeaksAgainstBoth() throws {
    let counts = try Self.counts(
      .cccdChip,
      ["personalNumber": "001190123456", "sex": "male", "dateOfBirth": "1991-01-15"])
    #expect(counts == [.personalNumber: -2, .sex: -1, .dateOfBirth: -1])
  }

  /// A form's number is that of the card; the province that it tells is where the birth was registered.
  @Test func theNumberOnAFormSpeaksForBirth() throws {
    let counts = try Self.counts(
      .form602b,
      [
        "idNumber": "001090123456", "sex": "male", "dateOfBirth": "1990-01-15",
        "birthProvince": "Thành phố Hà Nội",
      ])
    #expect(
      counts == [
        .idNumber: 4, .sex: 1, .dateOfBirth: 1, FieldKey(rawValue: "birthProvince"): 1,
      ])
  }

  /// An office, the police and a house of health are named for the place where people live.
  @Test func bodiesSpeakForTheUnitThatTheyAreNamedFor() throws {
    let counts = try Self.counts(
      .form01,
      [
        "contactAddress": "Thôn 3, xã Hòa Phú, huyện Hòa Vang, thành phố Đà Nẵng",
        "receivingOffice": "Bảo hiểm xã hội huyện Hòa Vang",
        "idIssuePlace": "Công an tỉnh Quảng Nam",
      ])
    #expect(counts == [.contactAddress: 1, .receivingOffice: 1])
    let parts = try Self.counts(
      .form602b,
      ["addressDistrict": "huyện Hòa Vang", "receivingOffice": "Bảo hiểm xã hội huyện Hòa Vang"])
    #expect(parts == [FieldKey(rawValue: "addressDistrict"): 1, .receivingOffice: 1])
  }

  /// Many mail addresses are made of words of the name and the first letters of others.
  @Test(arguments: [
    ("ducnv1990@example.vn", 1.0), ("duc.nguyen22@example.vn", 1), ("nv-duc@example.vn", 1),
    ("nguyenvanduc@example.vn", 1), ("ducmv1990@example.vn", nil), ("nv1990@example.vn", nil),
    ("1990@example.vn", nil),
  ])
  func aNameSpeaksForItsMail(mail: String, times: Double?) throws {
    let counts = try Self.counts(.form01, ["fullName": "NGUYỄN VĂN ĐỨC", "email": mail])
    #expect(counts[.email] == times)
  }

  /// Luật Căn cước 2023, article 21: cards run to a birthday.
  @Test func anExpiryOnABirthdaySpeaksForBoth() throws {
    let counts = try Self.counts(
      .cccdChip, ["dateOfBirth": "1990-01-15", "dateOfExpiry": "2030-01-15"])
    #expect(counts == [.dateOfBirth: 2, .dateOfExpiry: 2])
    #expect(
      try Self.counts(.cccdChip, ["dateOfBirth": "1990-01-15", "dateOfExpiry": "2030-01-16"])
        .isEmpty)
  }

  /// TT 59/2021/TT-BCA, article 4: the number begins with the province in which the birth was
  /// registered; 001 is Hà Nội.
  @Test(arguments: [("Phúc Xá, Ba Đình, Hà Nội", 1), ("Hòa Phước, Hòa Vang, Đà Nẵng", nil)])
  func theNumberSpeaksForThePlaceOfBirth(place: String, times: Double?) throws {
    let counts = try Self.counts(
      .canCuoc2024, ["personalNumber": "001090123456", "placeOfBirth": place])
    #expect(counts[FieldKey(rawValue: "placeOfBirth")] == times)
    #expect(counts[.personalNumber] == 1 + (times ?? 0))
  }

  @Test func placesInOneProvinceSpeakForEachOther() throws {
    let counts = try Self.counts(
      .cmnd9,
      [
        "placeOfOrigin": "X. Hòa Phú, H. Hòa Vang, TP. Đà Nẵng",
        "placeOfResidence": "P. An Khê, Q. Thanh Khê, TP. Đà Nẵng",
      ])
    #expect(counts == [.placeOfOrigin: 1, .placeOfResidence: 1])
  }
}
