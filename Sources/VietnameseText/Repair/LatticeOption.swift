/// One way to read a token, or two.
struct LatticeOption: Hashable, Sendable {
  /// The word by which the language model knows it.
  var id: UInt16
  /// The second word, where a space was lost; `WordID.boundary` for none.
  var secondID: UInt16 = WordID.boundary
  /// How many tokens it takes in: two where a space was put into a word.
  var span: UInt8 = 1
  /// P(what was seen | this reading), up to a factor that all options of a place share.
  var weight: Float
  /// The number of the text that it stands for; options with one text have one number.
  var surface: Int32
}
