/// One dossier whose documents came in several files.
public struct JoinedDossier: Hashable, Sendable {
  /// The files, in the order in which they were given.
  public var sources: [SourceIdentity]
  /// What they say together.
  public var dossier: Dossier

  /// Creates a joined dossier.
  public init(sources: [SourceIdentity], dossier: Dossier) {
    self.sources = sources
    self.dossier = dossier
  }
}

/// The line after the files of a preview, schema `hoso.dossier/1`.
extension JoinedDossier: Encodable {
  /// The name and version of the JSON shape.
  public static let schema = "hoso.dossier/1"

  private enum CodingKeys: String, CodingKey {
    case schema, sources, dossier
  }

  /// Writes the dossier with its schema.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(Self.schema, forKey: .schema)
    try values.encode(sources, forKey: .sources)
    try values.encode(dossier, forKey: .dossier)
  }
}
