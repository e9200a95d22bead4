import Foundation
import MappedFiles
import Testing

@testable import VietnameseText

@Suite struct LanguageModelTests {
  /// Sentences of the constitution (2013), which has no copyright, a few times each.
  private static let text = [
    "Nước Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập, có chủ quyền.",
    "Nhà nước bảo đảm và phát huy quyền làm chủ của Nhân dân.",
    "Công dân có quyền được bảo đảm an sinh xã hội.",
    "Mọi người có quyền sống. Mọi người có nghĩa vụ tôn trọng quyền của người khác.",
    "Công dân có quyền và nghĩa vụ học tập.",
  ]

  private static func bytes(budget: Int = 100_000) throws -> [UInt8] {
    var settings = LanguageModelTrainer.Settings()
    settings.budget = budget
    settings.foreignCount = 1
    settings.syllableCount = 1
    var trainer = LanguageModelTrainer(settings: settings)
    for _ in 0..<3 { for line in text { trainer.add(paragraph: line.utf8) } }
    return try trainer.model(sources: [ModelSource(name: "hiến pháp", sha256: "00ff")])
  }

  private static func withModel<Result>(
    _ bytes: [UInt8], _ body: (LanguageModel) throws -> Result
  ) throws -> Result {
    let path = NSTemporaryDirectory() + "model-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(try LanguageModel(MappedFile(path: path), path: "model"))
  }

  @Test func sameTextGivesSameBytes() throws {
    #expect(try Self.bytes() == Self.bytes())
  }

  @Test func namesItsSources() throws {
    try Self.withModel(Self.bytes()) { model in
      #expect(model.sources == [ModelSource(name: "hiến pháp", sha256: "00ff")])
    }
  }

  @Test func readingsOfAStrippedWordAreNeighbours() throws {
    try Self.withModel(Self.bytes()) { model in
      let group = try #require(model.group(of: Array("quyen".utf8)))
      #expect(group.map { String(decoding: model.bytes(of: $0), as: UTF8.self) } == ["quyền"])
      let nuoc = try #require(model.group(of: Array("nuoc".utf8)))
      #expect(
        Set(nuoc.map { String(decoding: model.bytes(of: $0), as: UTF8.self) })
          == ["Nước", "nước"])
      #expect(model.group(of: Array("zalo".utf8)) == nil)
    }
  }

  // Chen and Goodman 1998: each context's probabilities sum to one, with back-off and pruned.
  @Test(arguments: [100_000, 600, 0]) func probabilitiesSumToOne(budget: Int) throws {
    try Self.withModel(Self.bytes(budget: budget)) { model in
      var state = ModelState.start
      for word in ["Công", "dân", "có", "quyền", "được", "sống"] {
        // No word comes between paragraphs, so that the mark of their end counts once.
        let total = (0..<UInt16(model.layout.vocabulary)).reduce(0.0) {
          $0 + Double(model.next($1, after: state).probability)
        }
        #expect(abs(total - 1) < 0.02, "after \(word)")
        state = model.next(try #require(model.id(of: Array(word.utf8))), after: state).state
      }
    }
  }

  @Test func seenWordsAreLikelierThanOthers() throws {
    try Self.withModel(Self.bytes()) { model in
      func id(_ word: String) throws -> UInt16 { try #require(model.id(of: Array(word.utf8))) }
      let state = model.next(try id("Công"), after: .start).state
      let seen = model.next(try id("dân"), after: state).probability
      #expect(seen > 10 * model.next(try id("quyền"), after: state).probability)
    }
  }

  @Test func refusesEveryFileCutShort() throws {
    let bytes = try Self.bytes()
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(throws: ModelFileError.self) { try Self.withModel(Array(bytes[..<length])) { _ in } }
    }
  }

  @Test func saysWhatIsWrongWithAFile() throws {
    var bytes = try Self.bytes()
    #expect(throws: ModelFileError.foreign(path: "model")) {
      try Self.withModel(
        Array("no model at all, but a text of some length, longer than a head".utf8)
      ) { _ in }
    }
    bytes.append(0)
    #expect(throws: ModelFileError.damaged(path: "model")) { try Self.withModel(bytes) { _ in } }
    bytes.removeLast()
    bytes[8] = 9
    #expect(throws: ModelFileError.version(9, path: "model")) {
      try Self.withModel(bytes) { _ in }
    }
  }

  @Test func quantizerKeepsTheOrderAndStaysNear() {
    let numbers = (1...10_000).map { Float($0) / 10_000 }
    let quantizer = Quantizer(numbers)
    var last: Float = 0
    for number in numbers {
      let value = quantizer.values[Int(quantizer.code(of: number))]
      #expect(value >= last)
      last = value
      if number > 0.1 { #expect(abs(value - number) < 0.05 * number) }
    }
  }
}
