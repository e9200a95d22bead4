/// A reason in words: a code of the catalogue, the field it concerns, and a sentence in each language.
public struct Reason: Hashable, Sendable {
  /// Its code in the catalogue.
  public var code: ReasonCode
  /// The field it concerns; nil when it concerns the document.
  public var field: FieldKey?
  /// The Vietnamese sentence.
  public var vi: String
  /// The English sentence.
  public var en: String
  /// What it does to the verdict; from the catalogue, not part of the preview JSON.
  public var severity: Severity

  /// Creates a reason.
  public init(code: ReasonCode, field: FieldKey?, vi: String, en: String, severity: Severity) {
    self.code = code
    self.field = field
    self.vi = vi
    self.en = en
    self.severity = severity
  }
}

/// Coded with its severity only where an encoder asks for it in `userInfo`, see `encodesSeverity`.
extension Reason: Codable {
  /// Set to true in an encoder's `userInfo` to keep the severity, as the store and workers do.
  public static let encodesSeverity = CodingUserInfoKey(rawValue: "hoso.reason.severity")

  private enum CodingKeys: String, CodingKey {
    case code, field, vi, en, severity
  }

  /// Decodes the contract form.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      code: try values.decode(ReasonCode.self, forKey: .code),
      field: try values.decodeIfPresent(FieldKey.self, forKey: .field),
      vi: try values.decode(String.self, forKey: .vi),
      en: try values.decode(String.self, forKey: .en),
      severity: try values.decodeIfPresent(Severity.self, forKey: .severity) ?? .doubt)
  }

  /// Encodes the contract form.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encodeIfPresent(field, forKey: .field)
    try values.encode(vi, forKey: .vi)
    try values.encode(en, forKey: .en)
    if let key = Self.encodesSeverity, encoder.userInfo[key] as? Bool == true {
      try values.encode(severity, forKey: .severity)
    }
  }
}
