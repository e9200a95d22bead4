import Documents
import Foundation
import RecordStore
import TestSupport
import Testing

@testable import Registry

@Suite struct RegistrationTests {
  struct Dossier: Sendable, CustomTestStringConvertible {
    let kinds: [DocumentKind]
    let type: RegistrationType?
    var testDescription: String { kinds.map(\.rawValue).joined(separator: " + ") }
  }

  /// Form 01 is an individual account, 602b voluntary insurance, a child's
  /// form with birth certificate a child account, a card alone an identity update.
  @Test(arguments: [
    Dossier(kinds: [.form01], type: .individualAccount),
    Dossier(kinds: [.cccdChip, .cccdChip, .form01], type: .individualAccount),
    Dossier(kinds: [.form602b], type: .voluntaryInsurance),
    Dossier(kinds: [.form602b, .canCuoc2024, .portrait], type: .voluntaryInsurance),
    Dossier(kinds: [.form01, .birthCertificate], type: .childAccount),
    Dossier(kinds: [.form602b, .birthCertificate], type: .childAccount),
    Dossier(kinds: [.cmnd9, .cmnd9], type: .identityUpdate),
    Dossier(kinds: [.canCuoc2024, .portrait], type: .identityUpdate),
    Dossier(kinds: [.form01, .form602b], type: nil),
    Dossier(kinds: [.birthCertificate], type: nil),
    Dossier(kinds: [.officialLetter], type: nil),
    Dossier(kinds: [.cccdChip, .officialLetter], type: nil),
    Dossier(kinds: [.portrait], type: nil),
    Dossier(kinds: [.unknown], type: nil),
    Dossier(kinds: [], type: nil),
  ])
  func followsFromTheKinds(dossier: Dossier) {
    #expect(Registration(SampleResult.make(kinds: dossier.kinds))?.type == dossier.type)
  }

  @Test func needsFields() {
    #expect(Registration(SampleResult.make(fields: [:])) == nil)
  }

  @Test func leavesBlankFieldsOut() throws {
    var result = SampleResult.make()
    result.dossier.fields[.email] = Field()
    let registration = try #require(Registration(result))
    #expect(Set(registration.fields.keys) == [.socialInsuranceNumber])
  }

  /// The key depends on the content alone, or a repeat would register twice.
  @Test func isTheSameBytesForTheSameContent() throws {
    let fields = Dictionary(
      uniqueKeysWithValues: (0..<40).map { (FieldKey(rawValue: "k\($0)"), "v\($0)") })
    let first = try Registration(SampleResult.make(fields: fields))?.submission()
    let second = try Registration(
      SampleResult.make(fields: Dictionary(uniqueKeysWithValues: fields.shuffled())))?.submission()
    #expect(first == second)
    #expect(first?.idempotencyKey.count == 64)
    let other = try Registration(SampleResult.make(sha256: "bb", fields: fields))?.submission()
    #expect(other?.idempotencyKey != first?.idempotencyKey)
  }

  @Test func survivesItsJSON() throws {
    let registration = try #require(Registration(SampleResult.make()))
    let body = try registration.submission().body
    #expect(try JSONDecoder().decode(Registration.self, from: Data(body)) == registration)
  }
}
