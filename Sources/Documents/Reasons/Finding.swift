/// A reason before it is put into words: what was found, and about which field.
public struct Finding: Hashable, Codable, Sendable {
  /// Its code in the catalogue.
  public var code: ReasonCode
  /// The field it concerns; nil when it concerns the document.
  public var field: FieldKey?
  /// Words for the placeholders of the reason's sentences; never a person's data.
  public var details: [String: String]

  /// Creates a finding.
  public init(_ code: ReasonCode, field: FieldKey? = nil, details: [String: String] = [:]) {
    self.code = code
    self.field = field
    self.details = details
  }
}
