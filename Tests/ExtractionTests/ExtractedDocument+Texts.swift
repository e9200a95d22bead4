import Documents

@testable import Extraction

extension ExtractedDocument {
  /// The values that are texts by the names of their fields; nil where a field is blank or no text.
  var texts: [String: String?] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0.rawValue, $1.value?.text) })
  }
}
