internal import Glibc

/// Chooses among the readings of chunks by what stands around them.
struct ContextChoice {
  let model: LanguageModel

  /// A way to read the chunks so far.
  private struct Way {
    var cost: Float
    var state: ModelState
    var choices: [Int]
  }

  /// How many ways are followed.
  private static let width = 12

  /// The likeliest reading of each chunk in its encoding.
  func chosen(_ chunks: [EncodedChunk], _ path: [LegacyEncoding?]) -> [[UInt32]] {
    let readings = zip(chunks, path).map { chunk, encoding in
      encoding.flatMap { chunk.readings[$0] } ?? [chunk.scalars]
    }
    guard readings.contains(where: { $0.count > 1 }) else { return readings.map { $0[0] } }
    var ways = [Way(cost: 0, state: .start, choices: [])]
    for options in readings {
      var next: [Way] = []
      for way in ways {
        for (index, option) in options.enumerated() {
          let (cost, state) = following(way.state, option)
          next.append(
            Way(cost: way.cost + cost, state: state, choices: way.choices + [index]))
        }
      }
      next.sort { $0.cost < $1.cost }
      ways = Array(next.prefix(Self.width))
    }
    guard let best = ways.first else { return readings.map { $0[0] } }
    return zip(readings, best.choices).map { $0[$1] }
  }

  private func following(_ state: ModelState, _ chunk: [UInt32]) -> (cost: Float, ModelState) {
    var bytes: [UInt8] = []
    for scalar in chunk { UTF8Scalar.append(scalar, to: &bytes) }
    var state = state
    var cost: Float = 0
    for token in Tokenizer().tokens(in: bytes) {
      guard let other = WordID.of(token.kind) else { continue }
      let word = Array(bytes[token.range])
      let id =
        token.isWord
        ? model.id(of: WordForm.of(WordCase.small(word))) ?? model.id(of: WordForm.of(word))
          ?? WordID.unknown : other
      let next = model.next(id, after: state)
      cost -= logf(max(next.probability, 1e-12))
      // A word that the model lacks is one of many.
      if id == WordID.unknown { cost += 8 }
      state = next.state
    }
    return (cost, state)
  }
}
