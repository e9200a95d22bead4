/// One wording of a label: a whole bilingual label, or one of its halves.
struct LabelWording: Hashable, Sendable {
  /// Which part of a bilingual label it is.
  enum Part: Hashable, Sendable {
    case whole, first, second
  }

  var phrase: String
  var part: Part
  /// The folded letters of the other half that follows; 0 unless it is the first of two halves.
  var lettersAfter: Int

  /// The wordings that a label of a layout stands for: itself, and each half of a bilingual one.
  static func all(of label: String) -> [LabelWording] {
    let halves = label.split(separator: " / ", maxSplits: 1).map(String.init)
    guard halves.count == 2 else {
      return [LabelWording(phrase: label, part: .whole, lettersAfter: 0)]
    }
    return [
      LabelWording(phrase: halves[0] + " " + halves[1], part: .whole, lettersAfter: 0),
      LabelWording(
        phrase: halves[0], part: .first, lettersAfter: FoldedText.bytes(of: halves[1]).count),
      LabelWording(phrase: halves[1], part: .second, lettersAfter: 0),
    ]
  }
}
