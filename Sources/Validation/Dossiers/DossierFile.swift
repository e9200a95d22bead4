import Documents

/// What a complete dossier holds: `dossiers.json`.
struct DossierFile: Decodable, Sendable {
  /// A paper beside the form.
  enum Evidence: String, Decodable, Sendable {
    case identityCard = "identity-card"
    case birthCertificate = "birth-certificate"
    case portrait

    /// Whether `document` is such a paper.
    func isMet(by document: Document) -> Bool {
      switch self {
      case .identityCard: document.kind.isCard
      case .birthCertificate: document.kind == .birthCertificate
      case .portrait: document.kind == .portrait
      }
    }
  }

  /// What goes with a form.
  struct Composition: Decodable, Sendable {
    var form: DocumentKind
    /// Whether the form is for a child.
    var isChild: Bool
    var evidence: [Evidence]
    /// Whether the form is of use without the rest, as paper that follows a registration.
    var mayComeAlone: Bool
  }

  /// Words for what the declarant is to a child, and the parent's name on the birth certificate.
  struct Relation: Decodable, Sendable {
    var words: [String]
    var parent: String
  }

  var dossiers: [Composition]
  var relations: [Relation]

  init(directory: String) throws { self = try RuleFile.decode(directory + "/dossiers.json") }
}
