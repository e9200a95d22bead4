/// What a document is: a generation of identity card, a form, a letter, evidence, or none of them.
public enum DocumentKind: String, Codable, CaseIterable, Sendable {
  /// Giấy chứng minh nhân dân with nine digits, issued until 2016.
  case cmnd9 = "cmnd-9"
  /// Chứng minh nhân dân with twelve digits, 2012–2016.
  case cmnd12 = "cmnd-12"
  /// Căn cước công dân with a barcode, 2016–2021.
  case cccdBarcode = "cccd-barcode"
  /// Căn cước công dân with a chip, 2021–2024.
  case cccdChip = "cccd-chip"
  /// Thẻ căn cước under the law of 2023, issued from 1 July 2024.
  case canCuoc2024 = "cancuoc-2024"
  /// Form 01 of Decree 166/2016: a declaration to open an e-transaction account.
  case form01 = "form-01"
  /// A 602b declaration of voluntary insurance: paper form TK1-TS.
  case form602b = "form-602b"
  /// An official letter (công văn, tờ trình, quyết định …).
  case officialLetter = "official-letter"
  /// A birth certificate, evidence in a child's dossier.
  case birthCertificate = "birth-certificate"
  /// A portrait photograph, evidence in a dossier.
  case portrait
  /// None of the above.
  case unknown

  /// Whether the kind is an identity card, which has two sides.
  public var isCard: Bool {
    switch self {
    case .cmnd9, .cmnd12, .cccdBarcode, .cccdChip, .canCuoc2024: true
    default: false
    }
  }
}
