import Glibc

/// What it costs that one letter was seen for one true letter, in nats.
struct LetterCosts: Sendable {
  let alphabet: ChannelAlphabet
  /// One row per seen letter, one column per true letter.
  private(set) var pairs: [Float]
  /// The cost that a true letter was not seen at all.
  private(set) var lost: [Float]
  /// The cost that a letter was seen where there is none.
  let added: Float
  /// The cheapest loss of a letter.
  let cheapestLost: Float
  /// The cheapest true letter of each seen letter.
  let cheapest: [Float]

  /// Costs from what was counted and, for pairs never met, from the relation of the two letters.
  ///
  /// `rest` is what is left of each true letter's probability for pairs never met; `shares` are the
  /// shares of relations, kind by kind; `met` are the costs of pairs that were met, and of letters
  /// that were lost (`seen` nil).
  init(
    alphabet: ChannelAlphabet, rest: [Float], shares: [Float], added: Float,
    met: [(truth: UInt8, seen: UInt8?, cost: Float)]
  ) {
    let count = alphabet.count
    var pairs = [Float](repeating: 0, count: count * count)
    var lost = [Float](repeating: 0, count: count)
    let relations = LetterRelation.allCases.count
    let scalars = (0..<count).map { alphabet.letter(UInt8($0)) }
    for truth in 0..<count {
      let row = LetterKind(scalars[truth]).rawValue * relations
      let found = (0..<count).map { LetterRelation.between(scalars[truth], scalars[$0]) }
      var members = [Float](repeating: 0, count: relations)
      for relation in found { members[relation.rawValue] += 1 }
      let costs = (0..<relations).map { relation in
        -Self.log(rest[truth] * shares[row + relation] / max(1, members[relation]))
      }
      for seen in 0..<count { pairs[seen * count + truth] = costs[found[seen].rawValue] }
      lost[truth] = -Self.log(rest[truth] * shares[row + LetterRelation.lost.rawValue])
    }
    for entry in met {
      if let seen = entry.seen {
        pairs[Int(seen) * count + Int(entry.truth)] = entry.cost
      } else {
        lost[Int(entry.truth)] = entry.cost
      }
    }
    (self.alphabet, self.pairs, self.lost, self.added) = (alphabet, pairs, lost, added)
    cheapestLost = lost.min() ?? added
    cheapest = (0..<count).map { seen in
      pairs[(seen * count)..<((seen + 1) * count)].min() ?? added
    }
  }

  /// The cost that `seen` was read for `truth`.
  func cost(of seen: UInt8, given truth: UInt8) -> Float {
    pairs[Int(seen) * alphabet.count + Int(truth)]
  }

  /// The logarithm, no lower than what a channel distinguishes.
  private static func log(_ probability: Float) -> Float {
    max(-ChannelModel.impossible, logf(probability))
  }
}
