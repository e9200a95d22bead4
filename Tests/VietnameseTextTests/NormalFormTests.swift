import TestSupport
import Testing
import VietnameseText

@Suite struct NormalFormTests {
  /// Unicode Standard Annex 15: NFC and NFD of the same letters.
  @Test func composesAndDecomposes() {
    let composed = "Nguyễn Thị Hường"
    let decomposed = "Nguye\u{302}\u{303}n Thi\u{323} Hu\u{31B}o\u{31B}\u{300}ng"
    #expect(Array(decomposed.normalized().utf8) == Array(composed.utf8))
    #expect(Array(composed.normalized(to: .decomposed).utf8) == Array(decomposed.utf8))
    #expect(composed.isNormalized())
    #expect(!decomposed.isNormalized())
  }

  /// CP1258 decodes to a composed letter and a combining tone.
  @Test func composesMixedForms() {
    #expect(Array("ê\u{303}".normalized().utf8) == Array("ễ".utf8))
    #expect("".normalized().isEmpty)
  }

  @Test(arguments: UInt64(0)..<100)
  func isIdempotent(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = Noise.text(using: &random)
    for form in [NormalForm.composed, .decomposed] {
      let once = text.normalized(to: form)
      #expect(once.isNormalized(to: form))
      #expect(Array(once.normalized(to: form).utf8) == Array(once.utf8))
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func foldingIsIdempotent(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let folded = Noise.text(using: &random).foldedForComparison()
    #expect(Array(folded.foldedForComparison().utf8) == Array(folded.utf8))
  }
}
