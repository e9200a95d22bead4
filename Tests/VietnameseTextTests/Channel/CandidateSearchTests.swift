import Testing
import VietnameseText

@Suite("Candidates of what was seen")
struct CandidateSearchTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let seen: String
    let written: String
    var testDescription: String { "\(seen) for \(written)" }
  }

  static let readings = [
    Case(seen: "Poc", written: "Độc"), Case(seen: "1ap", written: "lập"),
    Case(seen: "S6", written: "Số"), Case(seen: "Gmg", written: "Ứng"),
    Case(seen: "dugc", written: "được"), Case(seen: "thyc", written: "thực"),
    Case(seen: "ctia", written: "của"), Case(seen: "nguoi", written: "người"),
    Case(seen: "HOI", written: "HỘI"), Case(seen: "lao", written: "lao"),
    Case(seen: "phuc", written: "phúc"), Case(seen: "dinh", written: "định"),
  ]

  @Test("The written word is among the first", arguments: readings)
  func finds(reading: Case) throws {
    let search = try SmallChannel.search()
    let found = search.candidates(for: reading.seen, limit: 5).map { SmallChannel.words[$0.word] }
    #expect(found.contains(reading.written))
  }

  @Test("Candidates come in the order of their costs, within the window and the limit")
  func order() throws {
    let search = try SmallChannel.search()
    for seen in ["tinh", "Tu", "dong", "xyz", "@", "hiémm", "Hanh-"] {
      let costs = search.candidates(for: seen, limit: 4, window: 6).map(\.cost)
      #expect(costs.count <= 4)
      #expect(costs == costs.sorted())
      #expect((costs.last ?? 0) <= (costs.first ?? 0) + 6)
    }
  }

  @Test("A word that is read right costs less than another read as it", arguments: ["lao", "quan"])
  func identity(word: String) throws {
    let search = try SmallChannel.search()
    let right = search.cost(of: word, given: word)
    #expect(right >= 0)
    for other in SmallChannel.words where other != word {
      #expect(right < search.cost(of: word, given: other))
    }
  }

  @Test("The cost of a candidate is the cost of that word")
  func costs() throws {
    let search = try SmallChannel.search()
    for reading in Self.readings {
      for candidate in search.candidates(for: reading.seen, limit: 8) {
        let cost = search.cost(of: reading.seen, given: SmallChannel.words[candidate.word])
        #expect(abs(cost - candidate.cost) < 0.02)
      }
    }
  }

  @Test("Two words whose space was lost are found where no one word is likely")
  func twoWords() throws {
    let search = try SmallChannel.search()
    let first = try #require(search.candidates(for: "thycquan", limit: 5).first)
    let second = try #require(first.second)
    #expect(SmallChannel.words[first.word] == "thực")
    #expect(SmallChannel.words[second] == "quan")
    #expect(search.candidates(for: "quan", limit: 5).allSatisfy { $0.second == nil })
  }

  @Test("What is empty, endless or of no known letter has an answer")
  func extremes() throws {
    let search = try SmallChannel.search()
    #expect(search.candidates(for: "", limit: 5).isEmpty)
    #expect(search.candidates(for: "của", limit: 0).isEmpty)
    #expect(search.candidates(for: String(repeating: "a", count: 1000), limit: 5).isEmpty)
    #expect(search.candidates(for: "😀漢\u{0}", limit: 5).count <= 5)
    let nothing = CandidateSearch(channel: search.channel, trie: WordTrie(words: []))
    #expect(nothing.candidates(for: "của", limit: 5).isEmpty)
    #expect(search.cost(of: "😀", given: "của").isFinite)
    #expect(search.cost(of: "", given: "").isFinite)
  }
}
