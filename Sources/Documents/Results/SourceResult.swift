/// Everything found in one source file: the object that `hoso preview --json` prints.
public struct SourceResult: Hashable, Sendable {
  /// The file.
  public var source: SourceIdentity
  /// The documents in reading order.
  public var documents: [Document]
  /// Reasons about the file itself: why it was refused, which pages were dropped.
  public var reasons: [Reason]
  /// The documents joined.
  public var dossier: Dossier
  /// How long the stages took.
  public var timing: Timing

  /// Creates a result.
  public init(
    source: SourceIdentity, documents: [Document], reasons: [Reason] = [], dossier: Dossier,
    timing: Timing = Timing()
  ) {
    self.source = source
    self.documents = documents
    self.reasons = reasons
    self.dossier = dossier
    self.timing = timing
  }

  /// The worst verdict of the dossier and its documents.
  public var verdict: Verdict {
    documents.map(\.verdict).reduce(dossier.verdict, max)
  }
}

/// The JSON of `hoso preview`, schema `hoso.preview/1`.
extension SourceResult: Codable {
  /// The name and version of the JSON shape.
  public static let schema = "hoso.preview/1"

  private enum CodingKeys: String, CodingKey {
    case schema, source, documents, reasons, dossier, timing
  }

  /// Decodes the contract form.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try values.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: values, debugDescription: "expected \(Self.schema), found \(schema)")
    }
    self.init(
      source: try values.decode(SourceIdentity.self, forKey: .source),
      documents: try values.decode([Document].self, forKey: .documents),
      reasons: try values.decodeIfPresent([Reason].self, forKey: .reasons) ?? [],
      dossier: try values.decode(Dossier.self, forKey: .dossier),
      timing: try values.decode(Timing.self, forKey: .timing))
  }

  /// Encodes the contract form.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.schema, forKey: .schema)
    try values.encode(source, forKey: .source)
    try values.encode(documents, forKey: .documents)
    if !reasons.isEmpty { try values.encode(reasons, forKey: .reasons) }
    try values.encode(dossier, forKey: .dossier)
    try values.encode(timing, forKey: .timing)
  }
}
