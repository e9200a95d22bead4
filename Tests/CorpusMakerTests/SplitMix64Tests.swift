import CorpusDrawing
import Testing

@Suite("Random numbers by seed")
struct SplitMix64Tests {
  /// Values of the reference implementation (prng.di.unimi.it/splitmix64.c) for the seed 1234567.
  @Test("The stream is that of the reference implementation")
  func reference() {
    var random = SplitMix64(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect((0..<3).map { _ in random.next() } == expected)
  }

  @Test("A purpose has a stream of its own")
  func purposes() {
    var first = SplitMix64(seed: 1, purpose: "chip/clean-01")
    var second = SplitMix64(seed: 1, purpose: "chip/clean-02")
    #expect(first.next() != second.next())
  }

  @Test("Numbers keep to their bounds", arguments: UInt64(0)..<40)
  func bounds(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    #expect((3...5).contains(random.whole(3...5)))
    #expect((0..<1).contains(random.unit()))
    #expect(random.digits(12).count == 12)
    #expect(random.pick(weighted: [("never", 0), ("always", 1)]) == "always")
  }
}
