/// Whole numbers read from bytes, never outside of them.
struct ByteReader {
  let bytes: [UInt8]
  /// Positions count from here.
  var start: Int
  /// The first position, counted from the beginning of `bytes`, that must not be read.
  var end: Int
  var isBigEndian: Bool

  init(_ bytes: [UInt8], start: Int = 0, end: Int? = nil, isBigEndian: Bool = true) {
    self.bytes = bytes
    self.start = start
    self.end = min(end ?? bytes.count, bytes.count)
    self.isBigEndian = isBigEndian
  }

  /// The byte at `offset`; nil outside.
  func byte(_ offset: Int) -> Int? {
    guard offset >= 0, offset < end - start else { return nil }
    return Int(bytes[start + offset])
  }

  /// The number of `size` bytes, up to 8, at `offset`; nil outside, and when it is above `Int.max`.
  func integer(_ offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= end - start - size else { return nil }
    var value: UInt64 = 0
    for index in 0..<size {
      let place = isBigEndian ? index : size - 1 - index
      value = value << 8 | UInt64(bytes[start + offset + place])
    }
    return Int(exactly: value)
  }

  /// Whether the bytes at `offset` spell `text`.
  func spells(_ text: String, at offset: Int) -> Bool {
    let wanted = Array(text.utf8)
    guard offset >= 0, offset <= end - start - wanted.count else { return false }
    return bytes[start + offset..<start + offset + wanted.count].elementsEqual(wanted)
  }
}
