import Testing
import VietnameseText

@Suite("Channel files")
struct ChannelFileTests {
  @Test("A file says where it comes from and how well its source reads")
  func header() throws {
    let channel = try ChannelModel(bytes: SmallChannel.bytes)
    #expect(channel.provenance == "lines of a test")
    #expect((0.1...0.6).contains(channel.rates.wordsRight))
    #expect(channel.rates.lostSpaces == 0)
    #expect(channel.rates.noiseChunks == 0)
  }

  @Test("The same pages give the same bytes")
  func repeats() {
    #expect(SmallChannel.learner().file(provenance: "lines of a test") == SmallChannel.bytes)
  }

  @Test("A file cut short anywhere is refused")
  func cutShort() {
    for count in 0..<SmallChannel.bytes.count {
      #expect(throws: ChannelError.self) {
        try ChannelModel(bytes: Array(SmallChannel.bytes.prefix(count)))
      }
    }
  }

  @Test("A file with bytes too many, of another version or of another kind is refused")
  func refusals() {
    #expect(throws: ChannelError.wrongSize) { try ChannelModel(bytes: SmallChannel.bytes + [0]) }
    var other = SmallChannel.bytes
    other[12] = 9
    #expect(throws: ChannelError.otherVersion(9)) { try ChannelModel(bytes: other) }
    #expect(throws: ChannelError.notAChannel) {
      try ChannelModel(bytes: Array("a text that is no channel at all".utf8))
    }
  }

  @Test("A file with any byte changed is refused or still answers", arguments: UInt64(0)..<8)
  func damage(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    let trie = WordTrie(words: SmallChannel.words)
    for _ in 0..<10 {
      var bytes = SmallChannel.bytes
      for _ in 0..<(1 + next() % 4) { bytes[next() % bytes.count] = UInt8(next() & 255) }
      guard let channel = try? ChannelModel(bytes: bytes) else { continue }
      let search = CandidateSearch(channel: channel, trie: trie)
      #expect(search.candidates(for: "dugc", limit: 5).count <= 5)
    }
  }

  @Test(
    "Refusals say what to do",
    arguments: [
      ChannelError.notAChannel, .otherVersion(2), .wrongSize, .damaged(part: "words"),
    ])
  func messages(error: ChannelError) {
    #expect(error.description.contains("hoso dictionary build"))
  }
}
