import TestSupport
import Testing

@testable import Workers

@Suite struct FrameTests {
  /// A frame is the same however the stream was cut.
  @Test(arguments: UInt64(0)..<200)
  func survivesAnySplit(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let frames = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      Frame(
        header: bytes(0...40, &random),
        body: bytes(Bool.random(using: &random) ? 0...3 : 0...5000, &random))
    }
    let stream = frames.flatMap(\.encoded)
    var decoder = FrameDecoder()
    var decoded: [Frame] = []
    var start = 0
    while start < stream.count {
      let end = min(stream.count, start + Int.random(in: 1...700, using: &random))
      decoder.append(stream[start..<end])
      while let frame = try decoder.next() { decoded.append(frame) }
      start = end
    }
    #expect(decoded == frames)
    #expect(!decoder.isInsideFrame)
  }

  /// Any bytes give frames or a failure, never a trap.
  @Test(arguments: UInt64(0)..<200)
  func isTotalOnAnyBytes(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var decoder = FrameDecoder()
    var stream = bytes(0...100, &random)
    if Bool.random(using: &random) { stream = Frame.magic + stream }
    decoder.append(stream)
    do {
      while try decoder.next() != nil {}
    } catch {
      #expect([.notAFrame, .tooLong].contains(error))
    }
  }

  @Test func refusesWhatDoesNotBeginAsAFrame() {
    var decoder = FrameDecoder()
    decoder.append(Array("HSO".utf8))
    #expect(throws: Never.self) { try decoder.next() }
    decoder.append(Array("2".utf8))
    #expect(throws: FrameDecoder.Failure.notAFrame) { try decoder.next() }
  }

  @Test func refusesLengthsBeyondTheLimit() {
    var decoder = FrameDecoder()
    decoder.append(Frame.magic + [0, 0, 0, 0] + [255, 255, 255, 255, 255, 255, 255, 255])
    #expect(throws: FrameDecoder.Failure.tooLong) { try decoder.next() }
  }

  private func bytes(_ count: ClosedRange<Int>, _ random: inout SplitMix64) -> [UInt8] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
  }
}
