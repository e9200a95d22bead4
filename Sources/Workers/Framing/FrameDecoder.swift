/// Cuts a stream of bytes into frames, however the stream was split.
package struct FrameDecoder {
  /// Why a stream is not a sequence of frames.
  package enum Failure: Error, Hashable {
    /// A frame does not begin with the right letters.
    case notAFrame
    /// A header or body is longer than allowed.
    case tooLong
  }

  private var buffer: [UInt8] = []

  /// Creates a decoder at the beginning of a stream.
  package init() {}

  /// Whether bytes of an unfinished frame are left.
  package var isInsideFrame: Bool { !buffer.isEmpty }

  /// Takes in the next bytes of the stream.
  package mutating func append(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
  }

  /// Takes the next frame out; nil while it is not complete.
  package mutating func next() throws(Failure) -> Frame? {
    guard buffer.starts(with: Frame.magic) || Frame.magic.starts(with: buffer) else {
      throw .notAFrame
    }
    guard buffer.count >= Frame.prefixBytes else { return nil }
    let headerCount = length(at: 4..<8)
    let bodyCount = length(at: 8..<16)
    guard headerCount <= UInt64(Frame.maximumHeaderBytes),
      bodyCount <= UInt64(Frame.maximumBodyBytes)
    else { throw .tooLong }
    let bodyStart = Frame.prefixBytes + Int(headerCount)
    let end = bodyStart + Int(bodyCount)
    guard buffer.count >= end else {
      buffer.reserveCapacity(end)
      return nil
    }
    let frame = Frame(
      header: Array(buffer[Frame.prefixBytes..<bodyStart]), body: Array(buffer[bodyStart..<end]))
    buffer.removeSubrange(..<end)
    return frame
  }

  private func length(at range: Range<Int>) -> UInt64 {
    buffer[range].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
