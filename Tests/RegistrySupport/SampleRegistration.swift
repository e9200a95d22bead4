package import Documents
import RecordStore
package import Registry
import TestSupport

/// Registrations of people who do not exist.
package enum SampleRegistration {
  /// The JSON of a registration; a `seed` makes its content its own.
  package static func body(
    _ type: RegistrationType = .individualAccount,
    _ fields: [FieldKey: String] = [.socialInsuranceNumber: "0100000001", .phone: "0912000001"],
    seed: Int = 0
  ) throws -> [UInt8] {
    let kinds: [DocumentKind] =
      switch type {
      case .individualAccount: [.form01]
      case .childAccount: [.form01, .birthCertificate]
      case .voluntaryInsurance: [.form602b]
      case .identityUpdate: [.cccdChip]
      }
    let digit = String(seed % 10)
    guard
      let registration = Registration(
        SampleResult.make(sha256: digit, kinds: kinds, fields: fields))
    else { throw CancellationError() }
    return try registration.submission().body
  }
}
