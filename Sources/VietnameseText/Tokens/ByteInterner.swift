/// Gives each distinct string of bytes a number, from 0 on in the order of their coming.
///
/// Strings of Swift compare by canonical equivalence, which costs too much for every token of a text.
struct ByteInterner: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Open addressing; 0 is free, else the number plus one.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  /// How many distinct strings came.
  var count: Int { ends.count }

  /// The bytes of string `number`.
  func bytes(of number: Int) -> ArraySlice<UInt8> {
    bytes[range(of: number)]
  }

  /// Where string `number` stands among the bytes of all.
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The number of the bytes in `range` of `text`, given now if they are new.
  mutating func number(of text: [UInt8], _ range: Range<Int>) -> Int {
    var slot = Self.hash(text, range) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if isEqual(number, text, range) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = ends.count
    bytes.append(contentsOf: text[range])
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt32(number + 1)
    if 2 * ends.count > slots.count { grow() }
    return number
  }

  /// FNV-1a, 64 bits.
  @inline(__always)
  static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(text[place])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }

  private func isEqual(_ number: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    let known = self.range(of: number)
    guard known.count == range.count else { return false }
    for offset in 0..<range.count
    where bytes[known.lowerBound + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<ends.count {
      var slot = Self.hash(bytes, range(of: number)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}
