/// How a letter that was seen relates to the true one; what is known of a pair never met before.
enum LetterRelation: Int, CaseIterable, Sendable {
  /// The same letter.
  case same
  /// The true letter without its marks.
  case bare
  /// The same letter beneath other marks.
  case otherMarks
  /// The same letter beneath, of the other case.
  case otherCase
  /// Anything else.
  case other
  /// Nothing was seen.
  case lost

  /// The relation of `seen` to `truth`, both scalars; nil stands for an unknown one.
  static func between(_ truth: UInt16?, _ seen: UInt16?) -> LetterRelation {
    guard let truth, let seen else { return truth == seen ? .same : .other }
    if truth == seen { return .same }
    let table = LetterTable.shared
    guard let first = table.letter(UInt32(truth)), let second = table.letter(UInt32(seen)),
      first.base == second.base
    else { return .other }
    if first.isUppercase != second.isUppercase { return .otherCase }
    return second.quality == .plain && second.tone == .level ? .bare : .otherMarks
  }
}

/// A kind of true letter, over which the shares of relations are pooled.
enum LetterKind: Int, CaseIterable, Sendable {
  case small, smallMarked, capital, capitalMarked, other

  /// The kind of `letter`.
  init(_ letter: UInt16?) {
    guard let letter, let parts = LetterTable.shared.letter(UInt32(letter)),
      !(0x30...0x39).contains(parts.base)
    else {
      self = .other
      return
    }
    let isMarked = parts.quality != .plain || parts.tone != .level
    self =
      parts.isUppercase
      ? (isMarked ? .capitalMarked : .capital) : (isMarked ? .smallMarked : .small)
  }
}
