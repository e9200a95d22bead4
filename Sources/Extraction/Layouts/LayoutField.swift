package import Documents

/// A label of a layout, and the value that stands beside it.
package struct LayoutField: Codable, Hashable, Sendable {
  /// How the value is found.
  package enum Location: String, Codable, Sendable {
    /// Beside or below its label.
    case label
    /// With the label's own words: "GIÁM ĐỐC CA TỈNH …".
    case fromLabel = "from-label"
    /// A whole phrase of a closed list, anywhere.
    case phrase
    /// The line "…, ngày … tháng … năm …" nearest above the signature, or the last one.
    case dateLine = "date-line"
    /// Pen strokes below the label.
    case signature
    /// A ticked box beside one of the options.
    case ticks
    /// The decision named in the line that the form's version stands in.
    case version
    /// Not printed: proved by the machine-readable zone or the QR code alone.
    case code
  }

  /// A choice and the wordings that stand beside its box.
  package struct Option: Codable, Hashable, Sendable {
    /// The value when it is ticked.
    package var value: String
    /// The wordings beside its box.
    package var labels: [String]
  }

  /// The field; nil for a caption that only ends the value before it.
  package var key: FieldKey?
  /// The number in brackets before the label: `09.1`.
  package var number: String?
  /// The wordings; " / " parts the languages of a bilingual one.
  package var labels: [String]
  /// Words of which one must be seen within the label, to tell it from its likes; empty where it has
  /// none.
  package var distinct: [String]
  /// How the value is read.
  package var parser: ParserName
  /// How the value is found.
  package var location: Location
  /// Whether a document without it cannot be accepted.
  package var isRequired: Bool
  /// How many lines the value may have.
  package var lines: Int
  /// Whether it may stand anywhere, out of the order of the labels.
  package var isFree: Bool
  /// Whether the value may be found by its form alone when its label is not seen.
  package var standsAlone: Bool
  /// Whether its value counts only where no other entry of the key has one.
  package var isFallback: Bool
  /// Whether the label stands on every paper of the layout, as that of a numbered box does.
  package var isAlwaysPrinted: Bool
  /// The choices of a tick field, the phrases of a phrase field.
  package var options: [Option]
  /// The words of which the value is made, numbers apart; empty where it may be any.
  package var vocabulary: [String]
  /// The list of phrases that often stand in the value; nil without one.
  package var phrases: String?
  /// Whether the address is made of units alone, without house, street or hamlet.
  package var isOfUnits: Bool
  /// Words before or after the value that do not belong to it: "đồng".
  package var dropped: [String]
  /// The name of the address of which it is a part, its parts in order from the smallest unit.
  package var group: String?
  /// The fields whose names may be printed once more below a signature.
  package var signers: [FieldKey]
  /// Where the value stands on a card: left, top, width, height as shares of it.
  package var zone: [Double]?

  private enum CodingKeys: String, CodingKey {
    case key, number, labels, distinct, parser, location = "locate", isRequired = "required"
    case lines, isFree = "free", standsAlone, isFallback = "fallback", options, dropped, vocabulary,
      phrases, group, signers, zone, isOfUnits = "units", isAlwaysPrinted = "printed"
  }

  /// Creates a caption that may stand anywhere.
  init(caption labels: [String]) {
    self.labels = labels
    distinct = []
    parser = .skip
    location = .label
    isRequired = false
    lines = 0
    isFree = true
    standsAlone = false
    isFallback = false
    isAlwaysPrinted = false
    options = []
    dropped = []
    vocabulary = []
    isOfUnits = false
    signers = []
  }

  /// Reads an entry; what it leaves out takes the plainest meaning.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    key = try values.decodeIfPresent(FieldKey.self, forKey: .key)
    number = try values.decodeIfPresent(String.self, forKey: .number)
    labels = try values.decodeIfPresent([String].self, forKey: .labels) ?? []
    distinct = try values.decodeIfPresent([String].self, forKey: .distinct) ?? []
    parser = try values.decodeIfPresent(ParserName.self, forKey: .parser) ?? .skip
    location = try values.decodeIfPresent(Location.self, forKey: .location) ?? .label
    isRequired = try values.decodeIfPresent(Bool.self, forKey: .isRequired) ?? false
    lines = try values.decodeIfPresent(Int.self, forKey: .lines) ?? (key == nil ? 0 : 1)
    isFree = try values.decodeIfPresent(Bool.self, forKey: .isFree) ?? false
    standsAlone = try values.decodeIfPresent(Bool.self, forKey: .standsAlone) ?? false
    isFallback = try values.decodeIfPresent(Bool.self, forKey: .isFallback) ?? false
    isAlwaysPrinted =
      try values.decodeIfPresent(Bool.self, forKey: .isAlwaysPrinted) ?? (number != nil)
    options = try values.decodeIfPresent([Option].self, forKey: .options) ?? []
    dropped = try values.decodeIfPresent([String].self, forKey: .dropped) ?? []
    vocabulary = try values.decodeIfPresent([String].self, forKey: .vocabulary) ?? []
    phrases = try values.decodeIfPresent(String.self, forKey: .phrases)
    isOfUnits = try values.decodeIfPresent(Bool.self, forKey: .isOfUnits) ?? false
    group = try values.decodeIfPresent(String.self, forKey: .group)
    signers = try values.decodeIfPresent([FieldKey].self, forKey: .signers) ?? []
    zone = try values.decodeIfPresent([Double].self, forKey: .zone)
  }
}
