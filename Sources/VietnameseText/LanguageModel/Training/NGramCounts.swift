/// The counts of a text's n-grams of one to four words, as modified Kneser-Ney smoothing needs them.
///
/// A key packs its words in 16 bits each, the last one lowest, so that numeric order is the order of
/// the trie. The longest n-grams, and those that begin a paragraph, have the count of their
/// occurrences; the others that of the different words before them (Chen and Goodman 1998, §4.1.6).
struct NGramCounts {
  /// Sorted keys of each order, the first order being 1.
  private(set) var keys: [[UInt64]] = []
  /// The count of each key.
  private(set) var counts: [[UInt32]] = []
  /// How often each key of order 3 and 2 occurs, whatever comes before.
  private(set) var occurrences: [[UInt32]] = []

  static let order = 4

  /// Counts a stream of words in which 0 stands before and after each paragraph.
  init(stream: [UInt16]) {
    var longest: [UInt64] = []
    longest.reserveCapacity(stream.count)
    // N-grams that begin a paragraph have no word before them.
    var opening3: [UInt64] = []
    var opening2: [UInt64] = []
    var length = 0
    var key: UInt64 = 0
    for word in stream {
      key = key << 16 | UInt64(word)
      length += 1
      if length >= 4 {
        longest.append(key)
      } else if length == 3 {
        opening3.append(key & 0xFFFF_FFFF_FFFF)
      } else if length == 2, word != 0 {
        opening2.append(key & 0xFFFF_FFFF)
      }
      if word == 0 { (length, key) = (1, 0) }
    }
    longest.sort()
    let (keys4, counts4) = Self.unique(longest)
    longest = []
    let (keys3, counts3) = Self.lower(keys4, mask: 0xFFFF_FFFF_FFFF, opening: opening3)
    let (keys2, counts2) = Self.lower(keys3, mask: 0xFFFF_FFFF, opening: opening2)
    let (keys1, counts1) = Self.lower(keys2, mask: 0xFFFF, opening: [])
    keys = [keys1, keys2, keys3, keys4]
    counts = [counts1, counts2, counts3, counts4]
    let occurrences3 = Self.sums(over: keys4, counts4, prefixes: keys3, atLeast: counts3)
    let occurrences2 = Self.sums(over: keys3, occurrences3, prefixes: keys2, atLeast: counts2)
    occurrences = [counts1, occurrences2, occurrences3, counts4]
  }

  private static func lower(
    _ keys: [UInt64], mask: UInt64, opening: [UInt64]
  ) -> ([UInt64], [UInt32]) {
    var suffixes = keys.map { $0 & mask }
    suffixes.append(contentsOf: opening)
    suffixes.sort()
    return unique(suffixes)
  }

  private static func unique(_ sorted: [UInt64]) -> ([UInt64], [UInt32]) {
    var keys: [UInt64] = []
    var counts: [UInt32] = []
    for key in sorted {
      if key == keys.last {
        counts[counts.count - 1] += 1
      } else {
        keys.append(key)
        counts.append(1)
      }
    }
    return (keys, counts)
  }

  /// The counts of the n-grams that begin with each prefix, at least the prefix's own.
  private static func sums(
    over keys: [UInt64], _ counts: [UInt32], prefixes: [UInt64], atLeast least: [UInt32]
  ) -> [UInt32] {
    var sums = [UInt32](repeating: 0, count: prefixes.count)
    var index = 0
    for (place, prefix) in prefixes.enumerated() {
      while index < keys.count, keys[index] >> 16 < prefix { index += 1 }
      while index < keys.count, keys[index] >> 16 == prefix {
        sums[place] += counts[index]
        index += 1
      }
      sums[place] = max(sums[place], least[place])
    }
    return sums
  }
}
