import Evaluation
import Testing

@Suite struct WordChangeTests {
  @Test func namesWhatStoodThereAndWhatStandsThereNow() {
    #expect(
      WordChange.changes(from: "đôc lập  tự do", to: "độc lập tự do")
        == [WordChange(from: "đôc", to: "độc")])
    #expect(
      WordChange.changes(from: "bảo hi ểm xã", to: "bảo hiểm xã")
        == [WordChange(from: "hi ểm", to: "hiểm")])
    #expect(
      WordChange.changes(from: "a b", to: "a b c") == [WordChange(from: "", to: "c")])
  }

  @Test func aToneThatMovesIsAChangeAndSoIsANormalForm() {
    #expect(WordChange.changes(from: "hòa", to: "hoà").count == 1)
    #expect(WordChange.changes(from: "ho\u{300}a", to: "hòa").count == 1)
    #expect(WordChange.changes(from: "một\n hai", to: "một hai").isEmpty)
  }
}
