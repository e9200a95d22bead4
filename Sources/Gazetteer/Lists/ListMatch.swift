package import Documents
internal import VietnameseText

/// What a closed list says about a text.
package struct ListMatch: Hashable, Sendable {
  /// The text as printed, with misread letters corrected.
  package var text: String
  /// The code of the entry found; nil when none was found, or several share the name.
  package var code: String?
  /// How the list judged the text.
  package var lexicon: Evidence.Lexicon
  /// The change that was made, if any.
  package var repairs: [Repair]

  /// A text that the list does not know.
  static func absent(_ text: String) -> ListMatch {
    ListMatch(text: text, code: nil, lexicon: .absent, repairs: [])
  }

  /// A text that an entry with `code` holds as `name`.
  static func found(_ text: String, name: String, code: String?, distance: Double) -> ListMatch {
    if UnitSpelling.areEquivalent(text, name) {
      return ListMatch(text: text, code: code, lexicon: .exact, repairs: [])
    }
    let printed = text.split(separator: " ")
    let right = name.split(separator: " ")
    var corrected = UnitSpelling.word(name, inTheStyleOf: text)
    if printed.count == right.count {
      // Words that are right keep their letter case and tone placement.
      corrected = zip(printed, right).map { word, right in
        if UnitSpelling.areEquivalent(word, right) { return String(word) }
        // A first letter that was lost or misread says nothing about the case of the right one.
        let isFirstRead =
          word.first.map { String($0).strippingMarks().lowercased() }
          == right.first.map { String($0).strippingMarks().lowercased() }
        return isFirstRead ? UnitSpelling.word(String(right), inTheStyleOf: word) : String(right)
      }.joined(separator: " ")
    }
    let repair = Repair(
      from: text, to: corrected, why: "gazetteer", probability: max(0.5, 0.99 - 0.15 * distance))
    return ListMatch(text: corrected, code: code, lexicon: .corrected, repairs: [repair])
  }
}
