import Testing
import VietnameseText

@Suite("Tries of words")
struct WordTrieTests {
  @Test("Every word is found by its number, in any order", arguments: UInt64(0)..<10)
  func finds(seed: UInt64) {
    var state = seed
    let syllables = ["của", "cửa", "Của", "cưa", "ứng", "Ứ", "nghiêng", "a", "an", "anh", "CỦA"]
    let words = syllables.map { word in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state, word)
    }.sorted { $0.0 < $1.0 }.map(\.1)
    let trie = WordTrie(words: words)
    #expect(words.map { trie.number(of: $0) } == Array(words.indices))
    #expect(trie.number(of: "c") == nil)
    #expect(trie.number(of: "anhh") == nil)
    #expect(trie.number(of: "") == nil)
  }

  @Test("A word twice has its first number; what cannot be found takes no harm")
  func oddWords() {
    let trie = WordTrie(words: ["của", "", "😀", "của", "và"])
    #expect(trie.wordCount == 5)
    #expect(trie.number(of: "của") == 0)
    #expect(trie.number(of: "và") == 4)
    #expect(WordTrie(words: []).number(of: "a") == nil)
  }
}
