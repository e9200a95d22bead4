/// The value of a field in its contract form: a text, a list of texts, or the rows of a table.
public enum FieldValue: Hashable, Sendable {
  /// One text in NFC, in the form that the contract asks of the field.
  case text(String)
  /// Several texts in the order in which they are printed.
  case list([String])
  /// The rows of a table from top to bottom; a blank cell is nil.
  case rows([[String: String?]])

  /// The text of a single-valued field; nil for lists and rows.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The value on one line: items and rows parted by semicolons, the cells of a row named.
  public var line: String {
    switch self {
    case .text(let text): text
    case .list(let texts): texts.joined(separator: "; ")
    case .rows(let rows):
      rows.map { row in
        row.sorted { $0.key < $1.key }.compactMap { key, value in value.map { "\(key): \($0)" } }
          .joined(separator: ", ")
      }.joined(separator: "; ")
    }
  }
}

/// Coded as a plain string, an array of strings, or an array of objects.
extension FieldValue: Codable {
  /// Decodes a string, an array of strings or an array of objects.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([String].self) {
      self = .list(list)
    } else {
      self = .rows(try container.decode([[String: String?]].self))
    }
  }

  /// Encodes the contract form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let list): try container.encode(list)
    case .rows(let rows): try container.encode(rows)
    }
  }
}

extension FieldValue: ExpressibleByStringLiteral {
  /// Creates a text from a literal.
  public init(stringLiteral value: String) { self = .text(value) }
}
