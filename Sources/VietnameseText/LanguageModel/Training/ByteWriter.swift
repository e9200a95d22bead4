/// Collects little-endian numbers.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func append(_ values: [UInt8]) { bytes.append(contentsOf: values) }
  mutating func append(_ value: UInt8) { bytes.append(value) }
  mutating func append(_ value: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: value))
    bytes.append(UInt8(truncatingIfNeeded: value >> 8))
  }
  mutating func append(_ value: UInt32) {
    append(UInt16(truncatingIfNeeded: value))
    append(UInt16(truncatingIfNeeded: value >> 16))
  }
  mutating func append(_ value: Float) { append(value.bitPattern) }

  /// Fills up to a multiple of four bytes.
  mutating func pad() {
    while bytes.count & 3 != 0 { bytes.append(0) }
  }
}
