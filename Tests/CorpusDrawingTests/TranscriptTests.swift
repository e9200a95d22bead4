import Testing

@testable import CorpusDrawing

@Suite("Transcripts of drawn pages")
struct TranscriptTests {
  private let style = TextStyle(family: "Noto Sans", size: 3)

  @Test("Texts on one base line are a row, from left to right")
  func rows() throws {
    let transcript = Transcript()
    try Transcript.$current.withValue(transcript) {
      let canvas = try PageCanvas(width: 100, height: 60, dpi: 100)
      try canvas.text("Trần Thị Mỵ", at: Point(40, 10.2), style: style)
      try canvas.text("Họ tên", at: Point(5, 10), style: style)
      try canvas.text("Thôn 3, xã Ia Ka, huyện Chư Păh", at: Point(5, 20), style: style, width: 26)
    }
    #expect(
      transcript.rows == [
        ["Họ tên", "Trần Thị Mỵ"], ["Thôn 3, xã Ia Ka,"], ["huyện Chư Păh"],
      ])
  }

  @Test("Letters of a typewriter are a line, those around a seal none")
  func typewriterAndSeal() throws {
    let transcript = Transcript()
    try Transcript.$current.withValue(transcript) {
      let canvas = try PageCanvas(width: 100, height: 60, dpi: 100)
      for seed in 1...8 {
        var random = SplitMix64(seed: UInt64(seed))
        try Typewriter(with: &random).write(
          "Kinh", on: canvas, at: Point(5, Double(5 * seed)), style: style)
      }
      try canvas.text(
        "CÔNG AN", onCircleAt: Point(70, 30), radius: 12, start: -60, style: style)
    }
    #expect(transcript.rows == [[String]](repeating: ["Kinh"], count: 8))
  }

  @Test("Nothing is noted unless it is asked for")
  func unasked() throws {
    let transcript = Transcript()
    try PageCanvas(width: 50, height: 50, dpi: 100).text("Kinh", at: Point(5, 5), style: style)
    #expect(transcript.rows.isEmpty)
  }
}
