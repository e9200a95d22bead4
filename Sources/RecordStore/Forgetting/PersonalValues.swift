package import Documents

/// The values by which a result names people.
package enum PersonalValues {
  /// Every text in a result: values, readings and candidates of all fields.
  package static func texts(of result: SourceResult) -> Set<String> {
    var texts: Set<String> = []
    for fields in result.documents.map(\.fields) + [result.dossier.fields] {
      for field in fields.values {
        if let value = field.value { texts.formUnion(Self.texts(of: value)) }
        if let raw = field.raw { texts.insert(raw) }
        for candidate in field.candidates { texts.formUnion(Self.texts(of: candidate.value)) }
      }
    }
    return texts
  }

  /// Whether a result holds `number`, however its digits are grouped.
  package static func names(_ number: String, in result: SourceResult) -> Bool {
    texts(of: result).contains { digits(of: $0) == number || packed($0) == number }
  }

  /// Whether a path holds `number`, however its digits are grouped.
  static func names(_ number: String, in path: String) -> Bool {
    digits(of: path).contains(number) || packed(path).contains(number)
  }

  /// The digits of a text, without what stands between them.
  package static func digits(of text: String) -> String {
    String(decoding: text.utf8.filter { (48...57).contains($0) }, as: UTF8.self)
  }

  /// The letters and digits of ASCII in a text, as a passport's number is written.
  private static func packed(_ text: String) -> String {
    text.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.uppercased()
  }

  /// The texts that tell one person from others: long enough, and no mere word of a form.
  static func identifying(in result: SourceResult) -> Set<String> {
    let keys: Set<FieldKey> = [
      .personalNumber, .idNumber, .socialInsuranceNumber, .fullName, .phone, .email,
      .contactAddress, .placeOfResidence, .placeOfOrigin,
    ]
    var texts: Set<String> = []
    for fields in result.documents.map(\.fields) + [result.dossier.fields] {
      for (key, field) in fields where keys.contains(key) {
        if let text = field.value?.text, text.utf8.count >= 9 { texts.insert(text) }
      }
    }
    return texts
  }

  private static func texts(of value: FieldValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let texts): texts
    case .rows(let rows): rows.flatMap { $0.values.compactMap { $0 } }
    }
  }
}
