/// The name of a field, as it stands in layouts, labels and JSON.
public struct FieldKey: RawRepresentable, Hashable, Sendable {
  /// The name in layouts, labels and JSON.
  public var rawValue: String

  /// Creates the key named `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension FieldKey: Codable, CodingKeyRepresentable, Comparable, CustomStringConvertible {
  /// The name.
  public var description: String { rawValue }

  /// Orders by name.
  public static func < (left: FieldKey, right: FieldKey) -> Bool { left.rawValue < right.rawValue }
}

/// The keys that rules refer to by name; layouts may use any other.
extension FieldKey {
  /// The 12-digit number of a person.
  public static let personalNumber = FieldKey(rawValue: "personalNumber")
  /// The number of an identity document on a form or a nine-digit card.
  public static let idNumber = FieldKey(rawValue: "idNumber")
  /// The name in capitals.
  public static let fullName = FieldKey(rawValue: "fullName")
  /// The date of birth.
  public static let dateOfBirth = FieldKey(rawValue: "dateOfBirth")
  /// `male` or `female`.
  public static let sex = FieldKey(rawValue: "sex")
  /// The nationality as printed.
  public static let nationality = FieldKey(rawValue: "nationality")
  /// The place of origin (quê quán).
  public static let placeOfOrigin = FieldKey(rawValue: "placeOfOrigin")
  /// The place of residence.
  public static let placeOfResidence = FieldKey(rawValue: "placeOfResidence")
  /// The date of issue.
  public static let dateOfIssue = FieldKey(rawValue: "dateOfIssue")
  /// The date of expiry, or `none`.
  public static let dateOfExpiry = FieldKey(rawValue: "dateOfExpiry")
  /// Who issued the document.
  public static let issuer = FieldKey(rawValue: "issuer")
  /// The social-insurance number.
  public static let socialInsuranceNumber = FieldKey(rawValue: "socialInsuranceNumber")
  /// The telephone number.
  public static let phone = FieldKey(rawValue: "phone")
  /// The e-mail address.
  public static let email = FieldKey(rawValue: "email")
  /// The address for letters.
  public static let contactAddress = FieldKey(rawValue: "contactAddress")
  /// `portal` or `ivan`.
  public static let transactionChannel = FieldKey(rawValue: "transactionChannel")
  /// The office that receives the form.
  public static let receivingOffice = FieldKey(rawValue: "receivingOffice")
  /// The date above the signature.
  public static let declaredOn = FieldKey(rawValue: "declaredOn")
  /// `present` or `absent`.
  public static let declarantSignature = FieldKey(rawValue: "declarantSignature")
  /// The version of form TK1-TS.
  public static let formVersion = FieldKey(rawValue: "formVersion")
  /// The health facility for first registration.
  public static let healthFacility = FieldKey(rawValue: "healthFacility")
  /// `electronic` or `paper`.
  public static let resultDelivery = FieldKey(rawValue: "resultDelivery")
}
