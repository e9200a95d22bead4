import Foundation
import MappedFiles
import TestSupport
import Testing

@testable import VietnameseText

@Suite struct LatticeDecoderTests {
  private static let words = ["ba", "bà", "bá", "bả", "ta", "tà", "tá"]

  private func model() throws -> LanguageModel {
    var settings = LanguageModelTrainer.Settings()
    settings.syllableCount = 1
    var trainer = LanguageModelTrainer(settings: settings)
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let line = (0..<6).map { _ in Self.words[Int(random.next() % 7)] }.joined(separator: " ")
      trainer.add(paragraph: line.utf8)
    }
    let path = NSTemporaryDirectory() + "lattice-\(UUID().uuidString)"
    try Data(trainer.model(sources: [])).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try LanguageModel(MappedFile(path: path), path: path)
  }

  private func lattice(_ model: LanguageModel, seed: UInt64) throws -> Lattice {
    var random = SplitMix64(seed: seed)
    var lattice = Lattice()
    for step in 0..<5 {
      var options: [LatticeOption] = []
      for (number, word) in Self.words.enumerated() where random.next() % 3 > 0 {
        let id = try #require(model.id(of: Array(word.utf8)))
        options.append(
          LatticeOption(
            id: id, span: step < 4 && random.next() % 4 == 0 ? 2 : 1,
            weight: Float.random(in: 0.01...1, using: &random), surface: Int32(number)))
      }
      options.append(LatticeOption(id: WordID.unknown, weight: 0.1, surface: 99))
      lattice.append(sorted: options.sorted { $0.id < $1.id })
    }
    return lattice
  }

  /// Every path, with its probability.
  private func paths(_ lattice: Lattice, _ model: LanguageModel) -> [([Int], Double)] {
    var found: [([Int], Double)] = []
    func follow(_ step: Int, _ path: [Int], _ state: ModelState, _ probability: Double) {
      guard step < lattice.count else {
        if step == lattice.count { found.append((path, probability)) }
        return
      }
      for index in lattice.options(at: step) {
        let option = lattice.options[index]
        let (next, after) = model.next(option.id, after: state)
        follow(
          step + Int(option.span), path + [index], after,
          probability * Double(next) * Double(option.weight))
      }
    }
    follow(0, [], .start, 1)
    return found
  }

  // A beam wide enough keeps every path, so that the decoder must agree with trying them all.
  @Test(arguments: UInt64(0)..<40) func agreesWithTryingEveryPath(seed: UInt64) throws {
    let model = try model()
    let lattice = try lattice(model, seed: seed)
    var decoder = LatticeDecoder(model: model)
    decoder.beam = 10_000
    decoder.threshold = 0
    let result = decoder.decode(lattice)
    let paths = paths(lattice, model)
    let total = paths.reduce(0) { $0 + $1.1 }
    let best = try #require(paths.max { $0.1 < $1.1 })
    #expect(result.path == best.0)
    for option in lattice.options.indices {
      let exact = paths.reduce(0) { $0 + ($1.0.contains(option) ? $1.1 : 0) } / total
      #expect(abs(Double(result.posteriors[option]) - exact) < 1e-4)
    }
  }

  @Test(arguments: UInt64(0)..<40) func aNarrowBeamStaysWithinProbability(seed: UInt64) throws {
    let model = try model()
    let lattice = try lattice(model, seed: seed)
    var decoder = LatticeDecoder(model: model)
    decoder.beam = 2
    let result = decoder.decode(lattice)
    #expect(!result.path.isEmpty)
    for posterior in result.posteriors { #expect((0...1.001).contains(posterior)) }
  }

  @Test func anEmptyLatticeHasAnEmptyPath() throws {
    var decoder = LatticeDecoder(model: try model())
    #expect(decoder.decode(Lattice()).path.isEmpty)
  }
}
