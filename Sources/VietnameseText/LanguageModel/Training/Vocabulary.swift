/// The words of a language model in the order of their numbers: words of the same letters beneath
/// the marks stand together.
struct Vocabulary {
  /// The words, in UTF-8.
  let words: [[UInt8]]
  /// The letters beneath the marks of each group of words, sorted.
  let bases: [[UInt8]]
  /// The place of the first word of each group, and at the end the number of words.
  let groupStarts: [Int]

  /// Sorts `words` into groups.
  init(words: [[UInt8]]) {
    let sorted = words.map { (base: WordForm.base(of: $0), word: $0) }
      .sorted { left, right in
        left.base == right.base
          ? left.word.lexicographicallyPrecedes(right.word)
          : left.base.lexicographicallyPrecedes(right.base)
      }
    self.words = sorted.map(\.word)
    var bases: [[UInt8]] = []
    var starts: [Int] = []
    for (place, entry) in sorted.enumerated() where entry.base != bases.last {
      bases.append(entry.base)
      starts.append(place)
    }
    self.bases = bases
    groupStarts = starts + [sorted.count]
  }
}
