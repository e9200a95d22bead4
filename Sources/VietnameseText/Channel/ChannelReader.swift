/// Takes numbers off the front of a channel file and throws where it ends early.
struct ChannelReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }

  mutating func take(_ count: Int) throws(ChannelError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - at else { throw .wrongSize }
    defer { at += count }
    return bytes[at..<(at + count)]
  }

  mutating func uint8() throws(ChannelError) -> UInt8 {
    guard at < bytes.count else { throw .wrongSize }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func uint16() throws(ChannelError) -> UInt16 {
    guard at <= bytes.count - 2 else { throw .wrongSize }
    defer { at += 2 }
    return UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8
  }

  mutating func uint32() throws(ChannelError) -> UInt32 {
    UInt32(try uint16()) | UInt32(try uint16()) << 16
  }

  /// A number of things that take at least `size` bytes each in what is left of the file.
  mutating func count(of size: Int) throws(ChannelError) -> Int {
    let count = Int(try uint32())
    guard count * size <= bytes.count - at else { throw .wrongSize }
    return count
  }

  mutating func cost() throws(ChannelError) -> Float { ChannelFile.cost(try uint16()) }

  /// A share between 0 and 1.
  mutating func share() throws(ChannelError) -> Float {
    let value = Float(bitPattern: try uint32())
    guard value >= 0, value <= 1 else { throw .damaged(part: "rates") }
    return value
  }
}
