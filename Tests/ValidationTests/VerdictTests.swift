import Documents
import Testing
import Validation

@Suite struct VerdictTests {
  /// The expected errors of all values together decide, not each value by itself.
  @Test func keepsTheErrorBudget() throws {
    let validator = try Dictionaries.validator.get()
    var fields = RuleTests.fields([
      "fullName": "NGUYỄN VĂN ĐỨC", "sex": "male", "nationality": "Việt Nam",
    ])
    let accepted = validator.validate(
      kind: .cccdChip, side: .front, fields: fields, required: [.fullName], findings: [])
    #expect(accepted.verdict == .accepted)
    #expect(accepted.fields.values.allSatisfy { $0.confidence > Confidence(rawValue: 0.999) })

    fields[.nationality]?.evidence = Evidence(
      engineConfidence: 0.4, readingsAgree: false, witnesses: [.ocr], isWellFormed: true)
    // Nationalities are held against their list.
    fields[.nationality]?.evidence.lexicon = .absent
    fields[.nationality]?.candidates = [
      Candidate(value: "Viêt Nam", confidence: .zero, source: .ocr)
    ]
    let review = validator.validate(
      kind: .cccdChip, side: .front, fields: fields, required: [.fullName], findings: [])
    #expect(review.verdict == .review)
    #expect(review.reasons.map(\.code) == [.errorBudget, .fieldUncertain])
    #expect(review.reasons.last?.field == .nationality)
    let candidate = try #require(review.fields[.nationality]?.candidates.first)
    #expect(candidate.confidence > .zero)
  }

  @Test func saysEachThingOnceAndTheGravestFirst() throws {
    let judgement = try Dictionaries.validator.get().validate(
      kind: .cmnd9, side: .front, fields: RuleTests.fields(["idNumber": "012345678"]),
      required: [],
      findings: [
        Finding(.captureBlurred), Finding(.captureBlurred), Finding(.captureUnreadable),
      ])
    #expect(
      judgement.reasons.map(\.code) == [.captureUnreadable, .captureBlurred, .cardSuperseded])
    #expect(judgement.verdict == .rejected)
  }

  /// An expiry on the 40th birthday that the QR code gives is right; another day is not proven.
  @Test func provesTheExpiryByTheBirthday() throws {
    let validator = try Dictionaries.validator.get()
    func confidence(_ expiry: String) -> Confidence? {
      var fields = RuleTests.fields(["dateOfBirth": "1990-01-15"])
      fields.merge(
        RuleTests.fields(["dateOfExpiry": expiry], witnesses: [.ocr]), uniquingKeysWith: { $1 })
      return validator.validate(
        kind: .cccdChip, side: .front, fields: fields, required: [], findings: []
      ).fields[.dateOfExpiry]?.confidence
    }
    let proven = try #require(confidence("2030-01-15"))
    #expect(proven >= Confidence(rawValue: 0.999))
    #expect(try #require(confidence("2030-01-16")) < proven)
  }

  /// Chip cards were issued until June 2024; who was 58 by then may have one without an expiry.
  @Test(arguments: [("1960-01-15", true), ("1966-06-30", true), ("1966-07-01", false)])
  func provesThatThereIsNoExpiryByTheAge(birth: String, isProven: Bool) throws {
    let validator = try Dictionaries.validator.get()
    var fields = RuleTests.fields(["dateOfBirth": birth])
    fields.merge(
      RuleTests.fields(["dateOfExpiry": "none"], witnesses: [.ocr]), uniquingKeysWith: { $1 })
    let judgement = validator.validate(
      kind: .cccdChip, side: .front, fields: fields, required: [], findings: [])
    #expect(judgement.fields[.dateOfExpiry]?.evidence.isProven == isProven)
  }

  @Test func doubtsAnUncertainKind() throws {
    let judgement = try Dictionaries.validator.get().validate(
      kind: .form01, side: nil, kindConfidence: 0.3, fields: [:], required: [], findings: [])
    #expect(judgement.reasons.map(\.code) == [.kindUncertain])
  }
}
