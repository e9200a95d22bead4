import Documents
import Testing
import Validation

/// A child's account: a guardian's form, the birth certificate and a portrait.
@Suite struct ChildDossierTests {
  private func document(_ kind: DocumentKind, _ values: [String: String] = [:]) -> Document {
    Document(
      kind: kind, side: nil, page: 1, kindConfidence: Confidence(rawValue: 1), verdict: .accepted,
      reasons: [], fields: RuleTests.fields(values),
      image: ImageSize(width: 100, height: 100, dpi: 300))
  }

  private func dossier(_ documents: [Document]) throws -> Dossier {
    try Dictionaries.validator.get().dossier(of: documents)
  }

  private static let form = [
    "fullName": "TRẦN THỊ MAI", "childName": "NGUYỄN AN NHIÊN",
    "childSocialInsuranceNumber": "001315123456", "guardianRelation": "Mẹ",
  ]
  private static let certificate = [
    "childName": "NGUYỄN AN NHIÊN", "dateOfBirth": "2015-03-02", "sex": "female",
    "motherName": "TRẦN THỊ MAI", "fatherName": "NGUYỄN VĂN ĐỨC", "dateOfIssue": "2015-03-20",
  ]

  private func whole(
    form: [String: String] = form, certificate: [String: String] = certificate
  ) throws -> Dossier {
    try dossier([
      document(.form01, form), document(.birthCertificate, certificate), document(.portrait),
    ])
  }

  @Test func isCompleteWithCertificateAndPortrait() throws {
    let dossier = try whole()
    #expect(dossier.verdict == .accepted)
    #expect(dossier.reasons.isEmpty)
    #expect(dossier.fields[.dateOfBirth]?.value == "2015-03-02")
    #expect(dossier.fields[.fullName]?.value == "TRẦN THỊ MAI")
  }

  @Test func saysWhatIsMissing() throws {
    let alone = try dossier([document(.form01, Self.form)])
    #expect(alone.reasons.map(\.code) == [.dossierEvidenceMissing])
    #expect(alone.reasons.first?.vi.contains("giấy khai sinh, ảnh chân dung") == true)
    #expect(alone.verdict == .review)
    let pictureless = try dossier([
      document(.form01, Self.form), document(.birthCertificate, Self.certificate),
    ])
    #expect(pictureless.reasons.first?.en.contains("portrait") == true)
    #expect(
      try dossier([document(.birthCertificate, Self.certificate)]).reasons.map(\.code)
        == [.dossierFormMissing])
  }

  /// A grown-up's form may follow a registration made on line: its evidence is only noted.
  @Test func aGrownUpsFormMayComeAlone() throws {
    let dossier = try dossier([document(.form01, ["fullName": "TRẦN THỊ MAI"])])
    #expect(dossier.reasons.map(\.code) == [.dossierFormAlone])
    #expect(dossier.verdict == .accepted)
  }

  @Test(arguments: [
    ("childName", "NGUYỄN AN NHIÊM", "childName"), ("fullName", "TRẦN THỊ MÂY", "guardianName"),
    // The number of a boy, and of another year.
    ("childSocialInsuranceNumber", "001215123456", "childSocialInsuranceNumber"),
    ("childSocialInsuranceNumber", "001314123456", "childSocialInsuranceNumber"),
    // The declarant is the mother by name, the father by what the form says.
    ("guardianRelation", "Bố", "guardianName"),
  ])
  func noticesWhatDisagrees(key: String, value: String, field: String) throws {
    var form = Self.form
    form[key] = value
    let dossier = try whole(form: form)
    #expect(dossier.reasons.map(\.code) == [.dossierMismatch])
    #expect(dossier.reasons.map(\.field) == [FieldKey(rawValue: field)])
    #expect(dossier.verdict == .review)
  }

  @Test func aGuardianNeedNotBeAParent() throws {
    var form = Self.form
    form["fullName"] = "LÊ VĂN BA"
    form["guardianRelation"] = "Người giám hộ"
    #expect(try whole(form: form).reasons.isEmpty)
  }

  @Test func namesTheChildThatTheFormDoesNot() throws {
    let dossier = try whole(form: ["fullName": "TRẦN THỊ MAI"])
    #expect(dossier.reasons.map(\.code) == [.fieldMissing])
    #expect(dossier.reasons.map(\.field) == [FieldKey(rawValue: "childName")])
  }

  /// The guardian's card bears witness for the guardian, never for the child.
  @Test func keepsGuardianAndChildApart() throws {
    let front = Document(
      kind: .cccdChip, side: .front, page: 2, kindConfidence: Confidence(rawValue: 1),
      verdict: .accepted, reasons: [],
      fields: RuleTests.fields([
        "fullName": "TRẦN THỊ MAI", "dateOfBirth": "1988-05-05", "sex": "female",
        "personalNumber": "001188123456",
      ]), image: ImageSize(width: 1, height: 1, dpi: 300))
    let dossier = try dossier([
      document(.form01, Self.form), front, document(.birthCertificate, Self.certificate),
      document(.portrait),
    ])
    #expect(dossier.fields[.dateOfBirth]?.value == "2015-03-02")
    #expect(dossier.fields[.personalNumber]?.value == "001188123456")
    #expect(dossier.reasons.map(\.code) == [.dossierSideMissing])
  }

  /// A birth certificate in a grown-up's dossier is the grown-up's own.
  @Test func holdsAGrownUpsCertificateAgainstTheForm() throws {
    let form = ["fullName": "NGUYỄN AN NHIÊN", "dateOfBirth": "2000-03-02"]
    var certificate = Self.certificate
    certificate["dateOfBirth"] = "2000-03-03"
    let dossier = try dossier([
      document(.form602b, form), document(.birthCertificate, certificate),
    ])
    #expect(dossier.reasons.map(\.field) == [.dateOfBirth])
    #expect(dossier.fields[.dateOfBirth]?.value == "2000-03-02")
  }

  /// Residence and address may differ, so it is only noted; new names of one place do not differ.
  @Test(arguments: [
    ("12 Kim Mã, Phường Ngọc Khánh, Quận Ba Đình, Hà Nội", [ReasonCode]()),
    ("Xã Ninh Hải, Huyện Hoa Lư, Tỉnh Ninh Bình", [ReasonCode.dossierAddressDiffers]),
  ])
  func notesAnAddressElsewhere(address: String, expected: [ReasonCode]) throws {
    let card = { (side: CardSide, values: [String: String]) in
      Document(
        kind: .cccdChip, side: side, page: 1, kindConfidence: Confidence(rawValue: 1),
        verdict: .accepted, reasons: [], fields: RuleTests.fields(values),
        image: ImageSize(width: 1, height: 1, dpi: 300))
    }
    let dossier = try dossier([
      document(.form01, ["contactAddress": address]),
      card(.front, ["placeOfResidence": "Số 5 Đội Cấn, Phường Ngọc Khánh, Quận Ba Đình, Hà Nội"]),
      card(.back, [:]),
    ])
    #expect(dossier.reasons.map(\.code) == expected)
    #expect(dossier.verdict == .accepted)
  }
}
