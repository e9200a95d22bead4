import TestSupport
import Testing

@testable import VietnameseText

@Suite struct TokenizerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// The tokens, each with a letter for its kind.
    var tokens: [String]
    var isReading = false
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "Bảo hiểm xã hội", tokens: ["w Bảo", "w hiểm", "w xã", "w hội"]),
    Case(text: "ngày 12/7/2021,", tokens: ["w ngày", "n 12/7/2021", "c ,"]),
    Case(text: "số 6225/UBND-KGVX;", tokens: ["w số", "k 6225/UBND-KGVX", ". ;"]),
    Case(text: "95/2020/NĐ-CP", tokens: ["k 95/2020/NĐ-CP"]),
    Case(
      text: "(https://dichvucong.gov.vn/).",
      tokens: ["s (", "k https://dichvucong.gov.vn/", "s )", ". ."]),
    Case(text: "a.b@vss.gov.vn", tokens: ["k a.b@vss.gov.vn"]),
    Case(text: "H'Hen Niê", tokens: ["w H'Hen", "w Niê"]),
    Case(text: "1.500.000 đồng", tokens: ["n 1.500.000", "w đồng"]),
    Case(text: "(vii) Chương II.", tokens: ["s (", "n vii", "s )", "w Chương", "n II", ". ."]),
    Case(text: "vi phạm", tokens: ["w vi", "w phạm"]),
    // What an engine made of "thẻ", "Cổng", "dưới", "sử dụng".
    Case(text: "thé¢ Cé)ng", tokens: ["m thé¢", "m Cé)ng"], isReading: true),
    Case(text: "du@i", tokens: ["m du@i"], isReading: true),
    Case(text: "sử? dụng", tokens: ["m sử?", "w dụng"], isReading: true),
    Case(text: "sử? Dụng", tokens: ["w sử", ". ?", "w Dụng"], isReading: true),
    Case(text: "(BHXH)và", tokens: ["s (", "w BHXH", "s )", "w và"], isReading: true),
  ]

  @Test(arguments: cases) func cutsTextIntoTokens(_ testCase: Case) {
    let bytes = Array(testCase.text.utf8)
    let tokens = Tokenizer(joinsStraySigns: testCase.isReading).tokens(in: bytes)
    let shown = tokens.map { token in
      "\(Self.sign(token.kind)) \(String(decoding: bytes[token.range], as: UTF8.self))"
    }
    #expect(shown == testCase.tokens)
  }

  private static func sign(_ kind: Token.Kind) -> String {
    switch kind {
    case .word: "w"
    case .mixed: "m"
    case .number: "n"
    case .code: "k"
    case .stop: "."
    case .comma: "c"
    case .sign: "s"
    case .lineEnd: "l"
    }
  }

  @Test(arguments: UInt64(0)..<100) func tokensOfAnyBytesFollowEachOther(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    for joins in [false, true] {
      var end = 0
      for token in Tokenizer(joinsStraySigns: joins).tokens(in: bytes) {
        #expect(token.range.lowerBound >= end)
        #expect(!token.range.isEmpty)
        end = token.range.upperBound
      }
      #expect(end <= bytes.count)
    }
  }
}
