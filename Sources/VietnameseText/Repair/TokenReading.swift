/// A word, or two, that a token can be.
struct TokenReading {
  var id: UInt16
  /// The second word where a space was lost; `WordID.boundary` for none.
  var secondID: UInt16 = WordID.boundary
  /// P(what was seen | this reading), up to a factor that all readings of a token share.
  var weight: Float
  /// What it prints, in UTF-8.
  var text: [UInt8]
}
