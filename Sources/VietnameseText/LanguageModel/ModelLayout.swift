/// Where the parts of a language-model file stand.
///
/// A file is: eight bytes of magic, twelve 32-bit numbers, the description of its sources in JSON,
/// then tables, each beginning at a multiple of four. Numbers are little-endian.
struct ModelLayout {
  static let magic = Array("hosoLM\u{1}\n".utf8)
  static let version: UInt32 = 1
  static let headerSize = 8 + 12 * 4
  /// Entries of a level that share the base from which the places of their children are counted.
  static let blockSize = 32

  var sourceBytes = 0
  var words = 0
  var wordBytes = 0
  var groups = 0
  var baseBytes = 0
  var slots = 0
  var bigrams = 0
  var trigrams = 0
  var quadgrams = 0

  /// The numbers of the header, in order.
  var header: [UInt32] {
    [
      Self.version, UInt32(fileSize), UInt32(sourceBytes), UInt32(words), UInt32(wordBytes),
      UInt32(groups), UInt32(baseBytes), UInt32(slots), UInt32(bigrams), UInt32(trigrams),
      UInt32(quadgrams), 0,
    ]
  }

  init() {}

  /// Takes the sizes from the numbers of a header.
  init(header: [UInt32]) {
    sourceBytes = Int(header[2])
    words = Int(header[3])
    wordBytes = Int(header[4])
    groups = Int(header[5])
    baseBytes = Int(header[6])
    slots = Int(header[7])
    bigrams = Int(header[8])
    trigrams = Int(header[9])
    quadgrams = Int(header[10])
  }

  /// Words and what stands for no word.
  var vocabulary: Int { words + Int(WordID.firstWord) }

  private static func padded(_ size: Int) -> Int { (size + 3) & ~3 }

  var sourceOffset: Int { Self.headerSize }
  /// The end of each word in the bytes of the words: 32 bits each, after a zero.
  var wordEndsOffset: Int { sourceOffset + Self.padded(sourceBytes) }
  var wordBytesOffset: Int { wordEndsOffset + 4 * (words + 1) }
  /// The first word of each group: 16 bits each, with the number of words at the end.
  var groupStartsOffset: Int { wordBytesOffset + Self.padded(wordBytes) }
  var baseEndsOffset: Int { groupStartsOffset + Self.padded(2 * (groups + 1)) }
  var baseBytesOffset: Int { baseEndsOffset + 4 * (groups + 1) }
  /// A hash table of the groups by their bases: 16 bits each, 0 free, else the group plus one.
  var slotsOffset: Int { baseBytesOffset + Self.padded(baseBytes) }
  /// The probability, the back-off and the first bigram of each word.
  var unigramProbabilitiesOffset: Int { slotsOffset + Self.padded(2 * slots) }
  var unigramBackoffsOffset: Int { unigramProbabilitiesOffset + 4 * vocabulary }
  var unigramChildrenOffset: Int { unigramBackoffsOffset + 4 * vocabulary }
  var bigramOffset: Int { unigramChildrenOffset + 4 * (vocabulary + 1) }
  var trigramOffset: Int { bigramOffset + Self.levelSize(bigrams) }
  var quadgramOffset: Int { trigramOffset + Self.levelSize(trigrams) }
  var tablesOffset: Int { quadgramOffset + Self.padded(2 * quadgrams) + Self.padded(quadgrams) }
  /// Five tables of 256 values: probability and back-off of bigrams, of trigrams, probability of
  /// longest n-grams.
  var fileSize: Int { tablesOffset + 5 * 256 * 4 }

  static func levelSize(_ count: Int) -> Int {
    padded(2 * count) + 2 * padded(count) + padded(2 * (count + 1)) + 4 * (count / blockSize + 1)
  }
}
