/// A run of words of an address taken for one unit.
struct SegmentMatch {
  /// The unit.
  let unit: UnitCatalogue.Index
  /// The words, unit word included.
  let words: Range<Int>
  /// How many words the unit word takes; 0 without one.
  let unitWords: Int
  /// What the letters cost, 0 when they are right.
  let letterCost: Double
  /// Letters, breaks and unit word together.
  let cost: Double
  /// Whether the name is another accepted spelling, which stays as it is.
  let isSpelling: Bool
}
