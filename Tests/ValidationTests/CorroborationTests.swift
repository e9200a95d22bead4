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

  @Test func whatContradictsSpeaksForNothing() throws {
    let counts = try Self.counts(
      .cccdChip,
      ["personalNumber": "001190123456", "sex": "male", "dateOfBirth": "1991-01-15"])
    #expect(counts == [.personalNumber: 1])
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
