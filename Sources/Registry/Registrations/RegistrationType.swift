package import Documents

/// What a registration asks for.
public enum RegistrationType: String, Hashable, Codable, CaseIterable, Sendable {
  /// An account for e-transactions, by Form 01.
  case individualAccount = "individual-account"
  /// The account of a child, by a guardian's form with the birth certificate.
  case childAccount = "child-account"
  /// Voluntary insurance, by a 602b declaration.
  case voluntaryInsurance = "voluntary-insurance"
  /// A card number for a person already known, by a card alone.
  case identityUpdate = "identity-update"

  /// What a dossier of documents of `kinds` asks for; nil when that is nothing, or more than one.
  package init?(kinds: [DocumentKind]) {
    let isForm01 = kinds.contains(.form01)
    let isForm602b = kinds.contains(.form602b)
    switch (isForm01, isForm602b) {
    case (true, true): return nil
    case (true, false), (false, true):
      if kinds.contains(.birthCertificate) {
        self = .childAccount
      } else {
        self = isForm01 ? .individualAccount : .voluntaryInsurance
      }
    case (false, false):
      guard kinds.contains(where: \.isCard),
        kinds.allSatisfy({ $0.isCard || $0 == .portrait })
      else { return nil }
      self = .identityUpdate
    }
  }
}
