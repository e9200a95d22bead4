/// One message between a pool and its worker: a small header and a body of bytes.
///
/// On the wire: the letters `HSO1`, the header's length in 4 bytes and the body's in 8, both
/// little-endian, then header and body.
package struct Frame: Hashable, Sendable {
  /// The longest header that is accepted.
  package static let maximumHeaderBytes = 1 << 20
  /// The longest body that is accepted.
  package static let maximumBodyBytes = 1 << 30

  static let magic = Array("HSO1".utf8)
  static let prefixBytes = 16

  /// What the body is, as JSON; at most `maximumHeaderBytes`.
  package var header: [UInt8]
  /// The file or picture itself; at most `maximumBodyBytes`, often empty.
  package var body: [UInt8]

  /// Creates a frame.
  package init(header: [UInt8], body: [UInt8] = []) {
    self.header = header
    self.body = body
  }

  /// The frame as it goes over the wire.
  package var encoded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.prefixBytes + header.count + body.count)
    bytes += Self.magic
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: header.count >> shift))
    }
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: body.count >> shift))
    }
    bytes += header
    bytes += body
    return bytes
  }
}
