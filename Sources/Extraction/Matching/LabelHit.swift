/// A label of a layout found in the print.
struct LabelHit: Hashable, Sendable {
  /// The index of the layout's entry.
  var entry: Int
  /// The letters of the page that it covers, its number included.
  var range: Range<Int>
  /// How much is gained by believing it.
  var score: Float
  /// 1 for a label read without an error, less for each misread letter.
  var quality: Float
  /// Letters of a second language that must follow unread.
  var lettersAfter: Int
  /// Which part of a bilingual label it is.
  var part: LabelWording.Part
  /// Whether it is the second half of a label whose first half is a hit of its own.
  var isTail = false
}
