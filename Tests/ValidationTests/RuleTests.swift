import Documents
import Testing
import Validation

@Suite struct RuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var kind: DocumentKind
    var values: [String: String]
    var expected: Set<ReasonCode>
    var testDescription: String { name }

    init(
      _ name: String, _ kind: DocumentKind, _ values: [String: String], _ expected: Set<ReasonCode>
    ) {
      self.name = name
      self.kind = kind
      self.values = values
      self.expected = expected
    }
  }

  /// Fields that a code and the print agree on, so that only rules can doubt them.
  static func fields(_ values: [String: String], witnesses: Set<FieldSource> = [.qr, .ocr])
    -> [FieldKey: Field]
  {
    var fields: [FieldKey: Field] = [:]
    for (key, value) in values {
      fields[FieldKey(rawValue: key)] = Field(
        value: .text(value), raw: value,
        evidence: Evidence(
          engineConfidence: 0.97, readingsAgree: true, witnesses: witnesses, lexicon: .exact,
          isWellFormed: true, isProven: witnesses.contains(.qr)))
    }
    return fields
  }

  private func codes(_ test: Case) throws -> Set<ReasonCode> {
    let validator = try Dictionaries.validator.get()
    let judgement = validator.validate(
      kind: test.kind, side: test.kind.isCard ? .front : nil, fields: Self.fields(test.values),
      required: [], findings: [])
    #expect(
      judgement.verdict
        == (judgement.reasons.allSatisfy { $0.severity == .note }
          ? .accepted : .review))
    return Set(judgement.reasons.map(\.code))
  }

  /// TT 59/2021/TT-BCA, article 4: province, century and sex, year of birth.
  @Test(arguments: [
    Case(
      "right", .cccdChip,
      [
        "personalNumber": "001090123456", "sex": "male",
        "dateOfBirth": "1990-01-15",
      ], []),
    Case(
      "born in 2001", .cccdChip,
      [
        "personalNumber": "056301123456", "sex": "female",
        "dateOfBirth": "2001",
      ], []),
    Case(
      "other sex", .cccdChip, ["personalNumber": "001190123456", "sex": "male"],
      [.numberSexMismatch]),
    Case(
      "other year", .cccdChip, ["personalNumber": "001090123456", "dateOfBirth": "1991-01-15"],
      [.numberBirthYearMismatch]),
    Case("born tomorrow", .cccdChip, ["personalNumber": "001290123456"], [.fieldInvalid]),
    Case("eleven digits", .cccdChip, ["personalNumber": "00109012345"], [.fieldInvalid]),
    Case("letters", .cccdChip, ["personalNumber": "00109O123456"], [.fieldInvalid]),
    Case("nine digits on a form", .form01, ["idNumber": "012345678"], []),
    Case("unknown police", .form01, ["idNumber": "992345678"], [.numberProvince]),
    Case("passport", .form01, ["idNumber": "C1234567"], []),
    Case("ten digits", .form01, ["socialInsuranceNumber": "7912345678"], []),
    Case("twelve digits", .form01, ["socialInsuranceNumber": "001090123456"], []),
    Case(
      "eleven insurance digits", .form01, ["socialInsuranceNumber": "00109012345"],
      [.fieldInvalid]),
  ])
  func numbers(_ test: Case) throws {
    #expect(try codes(test) == test.expected)
  }

  /// Print alone may be misread; people born abroad bear the code of a country.
  @Test func doubtsAnUnknownProvinceInPrintOnly() throws {
    let validator = try Dictionaries.validator.get()
    for (witnesses, isDoubted) in [([FieldSource.ocr], true), ([.ocr, .qr], false)] {
      let fields = Self.fields(["personalNumber": "003090123456"], witnesses: Set(witnesses))
      let codes = validator.validate(
        kind: .cccdChip, side: .front, fields: fields, required: [], findings: []
      ).reasons.map(\.code)
      #expect(codes.contains(.numberProvince) == isDoubted)
    }
  }

  /// Luật Căn cước công dân 2014, article 21, and Luật Căn cước 2023, article 21: 25, 40, 60, and
  /// 14 since 2024; issued in the two years before, a card runs to the next.
  @Test(arguments: [
    Case("to 40", .cccdChip, ["dateOfBirth": "1990-01-15", "dateOfExpiry": "2030-01-15"], []),
    Case(
      "issued at 20, to 25", .cccdChip,
      [
        "dateOfBirth": "2002-03-01",
        "dateOfIssue": "2022-03-02", "dateOfExpiry": "2027-03-01",
      ], []),
    Case(
      "issued at 23, to 40", .cccdChip,
      [
        "dateOfBirth": "1999-03-01",
        "dateOfIssue": "2022-03-02", "dateOfExpiry": "2039-03-01",
      ], []),
    Case(
      "issued at 23, to 25", .cccdChip,
      [
        "dateOfBirth": "1999-03-01",
        "dateOfIssue": "2022-03-02", "dateOfExpiry": "2024-03-01",
      ], [.expiryRule, .cardExpired]),
    Case(
      "to 30", .cccdChip, ["dateOfBirth": "2000-03-01", "dateOfExpiry": "2030-03-01"],
      [.expiryRule]),
    Case(
      "other day", .cccdChip, ["dateOfBirth": "1990-01-15", "dateOfExpiry": "2030-01-16"],
      [.expiryRule]),
    Case("leap day", .cccdChip, ["dateOfBirth": "2004-02-29", "dateOfExpiry": "2029-02-28"], []),
    Case(
      "day after leap day", .cccdChip,
      [
        "dateOfBirth": "2004-02-29",
        "dateOfExpiry": "2029-03-01",
      ], []),
    Case(
      "child to 14", .canCuoc2024,
      [
        "dateOfBirth": "2018-05-05", "dateOfIssue": "2024-08-01",
        "dateOfExpiry": "2032-05-05",
      ], []),
    Case(
      "child on a chip card", .cccdChip,
      [
        "dateOfBirth": "2013-05-05",
        "dateOfIssue": "2022-08-01",
      ], [.issueGeneration]),
    Case("no expiry at 61", .cccdChip, ["dateOfBirth": "1960-01-15", "dateOfExpiry": "none"], []),
    Case(
      "no expiry, issued at 58", .cccdChip,
      [
        "dateOfBirth": "1964-01-15",
        "dateOfIssue": "2022-02-01", "dateOfExpiry": "none",
      ], []),
    Case(
      "no expiry at 36", .cccdChip, ["dateOfBirth": "1990-01-15", "dateOfExpiry": "none"],
      [.expiryRule]),
    Case(
      "expired", .cccdChip, ["dateOfBirth": "1996-01-15", "dateOfExpiry": "2021-01-15"],
      [.cardExpired]),
  ])
  func expiry(_ test: Case) throws {
    #expect(try codes(test) == test.expected)
  }

  /// TT 06/2021 and TT 16/2024: chip cards until 2024-06-30, then cards of the ministry.
  @Test(arguments: [
    Case("chip in 2022", .cccdChip, ["dateOfIssue": "2022-05-01"], []),
    Case("chip in 2019", .cccdChip, ["dateOfIssue": "2019-05-01"], [.issueGeneration]),
    Case("chip in August 2024", .cccdChip, ["dateOfIssue": "2024-08-01"], [.issueGeneration]),
    Case("2024 in 2023", .canCuoc2024, ["dateOfIssue": "2023-08-01"], [.issueGeneration]),
    Case("ministry", .canCuoc2024, ["dateOfIssue": "2024-08-01", "issuer": "BỘ CÔNG AN"], []),
    Case(
      "department in 2024", .canCuoc2024,
      [
        "dateOfIssue": "2024-08-01",
        "issuer": "CỤC TRƯỞNG CỤC CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI",
      ],
      [.issuerMismatch]),
    Case(
      "CMND", .cmnd9, ["idNumber": "012345678", "dateOfIssue": "2010-08-01"],
      [.cardSuperseded]),
  ])
  func issue(_ test: Case) throws {
    #expect(try codes(test) == test.expected)
  }

  @Test(arguments: [
    Case("no such day", .cccdChip, ["dateOfBirth": "1990-02-30"], [.dateImpossible]),
    Case("born in a year", .cmnd9, ["dateOfBirth": "1954"], [.cardSuperseded]),
    Case("issued in a year", .cmnd9, ["dateOfIssue": "2010"], [.dateImpossible, .cardSuperseded]),
    Case(
      "issued before birth", .cmnd12,
      [
        "dateOfBirth": "2014-01-15",
        "dateOfIssue": "2013-01-15",
      ], [.dateOrder, .issueGeneration, .cardSuperseded]),
    Case("tomorrow", .form01, ["declaredOn": "2026-11-22"], [.dateOrder, .formSuperseded]),
    Case("only a year", .cccdChip, ["dateOfBirth": "1990"], []),
  ])
  func dates(_ test: Case) throws {
    #expect(try codes(test) == test.expected)
  }

  /// Mobile ranges of libphonenumber 9.0.43; the change of 11 to 10 digits in 2018; RFC 5321.
  @Test(arguments: [
    Case("mobile", .form01, ["phone": "0912345678"], []),
    Case("no range", .form01, ["phone": "0612345678"], [.phoneInvalid]),
    Case("nine digits", .form01, ["phone": "091234567"], [.phoneInvalid]),
    Case("before 2018", .form01, ["phone": "01621234567"], [.phoneInvalid]),
    Case("fixed on Form 01", .form01, ["phone": "02431234567"], [.phoneInvalid]),
    Case("fixed on 602b", .form602b, ["phone": "02431234567"], []),
    Case("e-mail", .form01, ["email": "an.nguyen@example.com.vn"], []),
    Case("no host", .form01, ["email": "an.nguyen@example"], [.emailInvalid]),
    Case("two signs", .form01, ["email": "an@nguyen@example.com"], [.emailInvalid]),
    Case("letters with marks", .form01, ["email": "ân@example.com"], [.emailInvalid]),
    Case("name", .form01, ["fullName": "NGUYỄN VĂN ĐỨC"], []),
    Case("name of a minority", .form01, ["fullName": "H'HEN NIÊ"], []),
    Case("digit in a name", .form01, ["fullName": "NGUYỄN V4N ĐỨC"], [.nameAlphabet]),
  ])
  func contacts(_ test: Case) throws {
    #expect(try codes(test) == test.expected)
  }

  /// QĐ 595 of 2017-04-14, 888 of 2018-07-16, 505 of 2020-03-27, 490 in force from 2023-04-01.
  @Test(arguments: [
    Case("505 in 2021", .form602b, ["formVersion": "505", "declaredOn": "2021-05-01"], []),
    Case(
      "505 in 2024", .form602b, ["formVersion": "505", "declaredOn": "2024-05-01"],
      [.formSuperseded]),
    Case(
      "505 in 2019", .form602b, ["formVersion": "505", "declaredOn": "2019-05-01"],
      [.formVersionMismatch]),
    Case("490 in 2026", .form602b, ["formVersion": "490", "declaredOn": "2026-05-01"], []),
    Case(
      "district", .form01, ["contactAddress": "Xã Diên Sơn, Huyện Diên Khánh, Tỉnh Khánh Hòa"],
      [.unitFormer]),
    Case("today's units", .form01, ["contactAddress": "Phường Ba Đình, Thành phố Hà Nội"], []),
  ])
  func forms(_ test: Case) throws {
    #expect(try codes(test) == test.expected)
  }

  @Test func asksForRequiredFields() throws {
    let validator = try Dictionaries.validator.get()
    var fields = Self.fields(["fullName": "NGUYỄN VĂN ĐỨC"])
    fields[.phone] = Field(raw: "09I2?")
    let judgement = validator.validate(
      kind: .form01, side: nil, fields: fields, required: [.fullName, .phone, .idNumber],
      findings: [])
    #expect(
      Set(judgement.reasons.map { "\($0.code.rawValue) \($0.field?.rawValue ?? "")" })
        == ["field.unreadable phone", "field.missing idNumber"])
    #expect(judgement.verdict == .review)
  }

  /// What stands in a box and is no value may be what somebody wrote there; specks are nothing.
  @Test(arguments: [
    ("CC", [ReasonCode.fieldUnreadable]), ("tehrl 7", [.fieldUnreadable]), ("|.", []), ("[1", []),
    ("", []),
  ])
  func asksForWhatIsIllegible(raw: String, codes: [ReasonCode]) throws {
    var fields = Self.fields(["fullName": "NGUYỄN VĂN ĐỨC"])
    fields[.phone] = Field(raw: raw)
    let judgement = try Dictionaries.validator.get().validate(
      kind: .form01, side: nil, fields: fields, required: [], findings: [])
    #expect(judgement.reasons.filter { $0.field == .phone }.map(\.code) == codes)
  }

  @Test func refusesWhatItDoesNotKnow() throws {
    let judgement = try Dictionaries.validator.get().validate(
      kind: .unknown, side: nil, fields: [:], required: [], findings: [])
    #expect(judgement.verdict == .rejected)
    #expect(judgement.reasons.map(\.code) == [.kindUnknown])
  }

  @Test func suggestsWhatANumberBecameIn2018() throws {
    let judgement = try Dictionaries.validator.get().validate(
      kind: .form602b, side: nil, fields: Self.fields(["phone": "01621234567"]), required: [],
      findings: [])
    #expect(judgement.fields[.phone]?.value == "01621234567")
    #expect(judgement.fields[.phone]?.candidates.map(\.value) == ["0321234567"])
  }
}
