/// The name of a field, as it stands in layouts, labels and JSON.
public struct FieldKey: RawRepresentable, Hashable, Sendable {
  public var rawValue: String

  /// Creates the key named `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension FieldKey: Codable, CodingKeyRepresentable, Comparable, CustomStringConvertible {
  public var description: String { rawValue }

  public static func < (left: FieldKey, right: FieldKey) -> Bool { left.rawValue < right.rawValue }
}

/// The keys that rules refer to by name; layouts may use any other.
extension FieldKey {
  public static let personalNumber = FieldKey(rawValue: "personalNumber")
  public static let idNumber = FieldKey(rawValue: "idNumber")
  public static let fullName = FieldKey(rawValue: "fullName")
  public static let dateOfBirth = FieldKey(rawValue: "dateOfBirth")
  public static let sex = FieldKey(rawValue: "sex")
  public static let nationality = FieldKey(rawValue: "nationality")
  public static let placeOfOrigin = FieldKey(rawValue: "placeOfOrigin")
  public static let placeOfResidence = FieldKey(rawValue: "placeOfResidence")
  public static let dateOfIssue = FieldKey(rawValue: "dateOfIssue")
  public static let dateOfExpiry = FieldKey(rawValue: "dateOfExpiry")
  public static let issuer = FieldKey(rawValue: "issuer")
  public static let socialInsuranceNumber = FieldKey(rawValue: "socialInsuranceNumber")
  public static let phone = FieldKey(rawValue: "phone")
  public static let email = FieldKey(rawValue: "email")
  public static let contactAddress = FieldKey(rawValue: "contactAddress")
  public static let transactionChannel = FieldKey(rawValue: "transactionChannel")
  public static let receivingOffice = FieldKey(rawValue: "receivingOffice")
  public static let declaredOn = FieldKey(rawValue: "declaredOn")
  public static let declarantSignature = FieldKey(rawValue: "declarantSignature")
  public static let formVersion = FieldKey(rawValue: "formVersion")
  public static let healthFacility = FieldKey(rawValue: "healthFacility")
  public static let resultDelivery = FieldKey(rawValue: "resultDelivery")
}
