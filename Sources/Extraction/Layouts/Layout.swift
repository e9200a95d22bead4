package import Documents

/// What is printed on one side of a card or on a version of a form, and where its values stand.
package struct Layout: Codable, Hashable, Sendable {
  /// Print that speaks for a layout.
  package struct Anchor: Codable, Hashable, Sendable {
    /// The wordings, of which the best seen counts.
    package var text: [String]
    /// How much it speaks for the layout; below zero it speaks against it.
    package var weight: Double
    /// Whether it must fill a line of its own, as titles do.
    package var fillsLine: Bool?

    private enum CodingKeys: String, CodingKey {
      case text, weight, fillsLine = "line"
    }
  }

  /// The schema that this program reads.
  package static let schema = "hoso.layout/1"

  /// The schema that the file was written for.
  package var schema: String
  /// The file's name without its ending.
  package var id: String
  /// The kind of what is read by it.
  package var kind: DocumentKind
  /// Which side of a card it is; nil of what has no sides.
  package var side: CardSide?
  /// The value of `formVersion` where the kind has versions.
  package var version: String?
  /// Wordings of the decision that issued the version.
  package var decisions: [String]
  /// Where the wordings come from, and of when.
  package var source: String
  /// The outline it is printed on; nil when it may be either.
  package var shape: RegionReading.Shape?
  /// Titles and other print by which it is known.
  package var anchors: [Anchor]
  /// How much a card's QR code speaks for it.
  package var qr: Double
  /// How much a machine-readable zone speaks for it.
  package var mrz: Double
  /// The score below which it is not recognised.
  package var threshold: Double
  /// Whether the labels always stand in the order of `fields`.
  package var isOrdered: Bool
  /// Labels and captions in reading order.
  package var fields: [LayoutField]
  /// A table of like rows; nil without one.
  package var table: LayoutTable?
  /// Print that a page bears once; two of it are two forms.
  package var once: [String]
  /// Whether it is a page that belongs to the document of its kind before it.
  package var isAnnex: Bool

  private enum CodingKeys: String, CodingKey {
    case table, once, isAnnex = "annex", schema, id, kind, side, version, decisions, source, shape,
      anchors, qr, mrz, threshold
    case isOrdered = "ordered", fields
  }

  /// Reads a layout; what it leaves out takes the plainest meaning.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    schema = try values.decode(String.self, forKey: .schema)
    id = try values.decode(String.self, forKey: .id)
    kind = try values.decode(DocumentKind.self, forKey: .kind)
    side = try values.decodeIfPresent(CardSide.self, forKey: .side)
    version = try values.decodeIfPresent(String.self, forKey: .version)
    decisions = try values.decodeIfPresent([String].self, forKey: .decisions) ?? []
    source = try values.decode(String.self, forKey: .source)
    shape = try values.decodeIfPresent(RegionReading.Shape.self, forKey: .shape)
    anchors = try values.decodeIfPresent([Anchor].self, forKey: .anchors) ?? []
    qr = try values.decodeIfPresent(Double.self, forKey: .qr) ?? 0
    mrz = try values.decodeIfPresent(Double.self, forKey: .mrz) ?? 0
    threshold = try values.decodeIfPresent(Double.self, forKey: .threshold) ?? 4
    isOrdered = try values.decodeIfPresent(Bool.self, forKey: .isOrdered) ?? true
    table = try values.decodeIfPresent(LayoutTable.self, forKey: .table)
    once = try values.decodeIfPresent([String].self, forKey: .once) ?? []
    isAnnex = try values.decodeIfPresent(Bool.self, forKey: .isAnnex) ?? false
    let listed = try values.decodeIfPresent([LayoutField].self, forKey: .fields) ?? []
    // The wordings beside tick boxes end the values before them, as captions do.
    let choices = listed.filter { $0.location == .ticks }.flatMap(\.options)
    fields = listed + choices.map { LayoutField(caption: $0.labels) }
  }

  /// The keys of its fields, each once, in reading order.
  package var keys: [FieldKey] {
    var seen: Set<FieldKey> = []
    return fields.compactMap(\.key).filter { seen.insert($0).inserted }
  }

  /// The keys without which a document cannot be accepted.
  package var required: Set<FieldKey> {
    Set(fields.filter(\.isRequired).compactMap(\.key))
  }
}
