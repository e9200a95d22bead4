import Testing
import VietnameseText

@Suite("Learning from read pages")
struct ChannelLearnerTests {
  private func pairs(_ written: String, _ read: String) -> [String] {
    ChannelLearner.pairs(written: written, read: read).map { "\($0.word)=\($0.seen)" }
  }

  @Test("Words are cut free of the signs about them")
  func signs() {
    #expect(
      pairs("(Số: 05/NĐ-CP, của)", "(S6: 05/ND-CP, ctia)")
        == ["Số=S6", "05=05", "NĐ=ND", "CP=CP", "của=ctia"])
    #expect(pairs("ứng dụng.", "@ng dung.") == ["ứng=@ng", "dụng=dung"])
  }

  @Test("A line that was not read leaves the others in step")
  func droppedLine() {
    let lines = (0..<30).map { line in
      (0..<9).map { "chữ\(line * 9 + $0)" }.joined(separator: " ")
    }
    var read = lines
    read.remove(at: 11)
    let expected = read.joined(separator: " ").split(separator: " ").map { "\($0)=\($0)" }
    let found = pairs(lines.joined(separator: "\n"), read.joined(separator: "\n"))
    #expect(found.filter { expected.contains($0) }.count >= expected.count - 2)
  }

  @Test("Spaces that were lost or added, and noise, are counted")
  func spaces() throws {
    var learner = ChannelLearner()
    for _ in 0..<10 {
      learner.add(
        written: "người lao động được hưởng chế độ", read: "ngườilao động đư ợc hưởng ~~~~ chế độ")
    }
    let rates = try ChannelModel(bytes: learner.file(provenance: "")).rates
    #expect(rates.lostSpaces > 0.1 && rates.lostSpaces < 0.2)
    #expect(rates.addedSpaces > 0.1 && rates.addedSpaces < 0.2)
    #expect(rates.noiseChunks > 0.1 && rates.noiseChunks < 0.2)
  }

  @Test("Nothing learned is a channel still")
  func empty() throws {
    let channel = try ChannelModel(bytes: ChannelLearner().file(provenance: ""))
    #expect(channel.cost(of: "của", given: "của") < channel.cost(of: "cua", given: "của"))
    #expect(channel.cost(of: "cua", given: "của") < channel.cost(of: "xyz", given: "của"))
  }
}
