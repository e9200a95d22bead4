package import Documents

/// What a letter says: its fields, its body, and what stands around them.
package struct Letter: Sendable {
  /// A part behind the signature: an annex, a list, a table.
  package struct Annex: Sendable {
    /// What its first line says.
    package var title: String
    /// The 1-based page on which it begins.
    package var page: Int
    /// Its paragraphs.
    package var paragraphs: [String]

    /// Creates an annex.
    package init(title: String, page: Int, paragraphs: [String]) {
      self.title = title
      self.page = page
      self.paragraphs = paragraphs
    }
  }

  /// The fields of the contract; a field whose value is nil was left blank or could not be read.
  package var fields: [FieldKey: Field] = [:]
  /// The fields that the paper leaves blank, as drafts do.
  package var blankFields: Set<FieldKey> = []
  /// The paragraphs between head and signature, in reading order.
  package var body: [String] = []
  /// The urgency, secrecy and receipt that stamps state, as printed.
  package var stamps: [String] = []
  /// What follows the signature.
  package var annexes: [Annex] = []
  /// Whether the head of a letter was found at all.
  package var hasHead = false

  /// Creates an empty letter.
  package init() {}

  /// The text of a field with one value.
  package func text(_ key: FieldKey) -> String? { fields[key]?.value?.text }

  /// The items of a field that is a list.
  package func list(_ key: FieldKey) -> [String] {
    if case .list(let items)? = fields[key]?.value { items } else { [] }
  }
}

/// The keys of letters, in the order of a letter.
extension FieldKey {
  /// The office above the one that issues the letter.
  package static let parentIssuer = FieldKey(rawValue: "parentIssuer")
  /// The number with its symbol.
  package static let letterNumber = FieldKey(rawValue: "number")
  /// The place of issue.
  package static let issuedAt = FieldKey(rawValue: "issuedAt")
  /// The date of issue.
  package static let issuedOn = FieldKey(rawValue: "issuedOn")
  /// The kind of the document in lower case.
  package static let letterType = FieldKey(rawValue: "letterType")
  /// What it is about.
  package static let subject = FieldKey(rawValue: "subject")
  /// To whom it is addressed.
  package static let recipients = FieldKey(rawValue: "recipients")
  /// The lines above the signature.
  package static let signerTitle = FieldKey(rawValue: "signerTitle")
  /// Who signed.
  package static let signer = FieldKey(rawValue: "signer")
  /// Where copies go.
  package static let distribution = FieldKey(rawValue: "distribution")

  /// Every key of a letter, from its head to its foot.
  package static let letterKeys: [FieldKey] = [
    .parentIssuer, .issuer, .letterNumber, .issuedAt, .issuedOn, .letterType, .subject,
    .recipients, .signerTitle, .signer, .distribution,
  ]
}
