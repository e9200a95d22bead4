import Documents
import VietnameseText

/// Rules about telephone numbers, e-mail addresses and names.
struct ContactRules: Sendable {
  private static let names: [FieldKey] =
    [.fullName]
    + ["otherName", "fatherName", "motherName", "guardianName", "childName"].map(
      FieldKey.init(rawValue:))

  let phones: PhonePlan

  /// What a telephone number of before the change of 2018 is today; nil for others.
  func successor(of phone: String) -> String? {
    guard case .former(let prefix, let successor) = phones.judge(phone), !successor.isEmpty else {
      return nil
    }
    return successor + phone.dropFirst(prefix.count)
  }

  func findings(_ facts: DocumentFacts) -> [Finding] {
    var findings: [Finding] = []
    if let phone = facts.text(.phone) {
      switch phones.judge(phone) {
      case .mobile: break
      case .fixed:
        // The login of an account is sent to a mobile phone.
        if facts.kind == .form01 { findings.append(Finding(.phoneInvalid, field: .phone)) }
      case .former(let prefix, let successor):
        findings.append(
          Finding(
            .phoneInvalid, field: .phone, details: ["former": prefix, "successor": successor]))
      case .invalid: findings.append(Finding(.phoneInvalid, field: .phone))
      }
    }
    if let email = facts.text(.email), !EmailSyntax.accepts(email) {
      findings.append(Finding(.emailInvalid, field: .email))
    }
    for key in Self.names {
      guard let name = facts.text(key) else { continue }
      if name.isEmpty || !NameAlphabet.strangers(in: name.normalized()).isEmpty {
        findings.append(Finding(.nameAlphabet, field: key))
      }
    }
    return findings
  }
}
