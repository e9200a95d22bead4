/// The shape of a channel file: little-endian numbers, one part behind the other.
///
/// Magic (12 bytes), version, number of provenance bytes; the provenance (UTF-8); the numbers of
/// letters, met pairs, segments, words, readings and word pairs, and of the letters of all words and
/// of all readings; four rates and the cost of an added letter; the shares of relations; letters
/// with what is left of each; met pairs; segments; lengths and letters of words; lengths, letters
/// and numbers of pairs of readings; word pairs.
enum ChannelFile {
  static let magic = Array("hoso-channel".utf8)
  static let version: UInt32 = 1
  /// A cost is kept as so many parts of a nat.
  static let costScale: Float = 2048
  /// Stands for a letter that was not seen.
  static let nothingSeen: UInt8 = 0
  /// The most letters of a segment, true and seen.
  static let segmentLength = 4

  static func packed(_ cost: Float) -> UInt16 {
    UInt16(max(0, min(Float(UInt16.max), (cost * costScale).rounded())))
  }

  static func cost(_ packed: UInt16) -> Float { Float(packed) / costScale }
}
