internal import Documents

/// What the readings of the line of a number say together.
///
/// Digits that a hand wrote come out as anything, each time as something else.
struct NumberVote {
  /// What most readings say; unreadable where no two have the same digits.
  let reading: LetterNumber.Reading
  /// Whether all readings say the same, and no digit was doubtful.
  let isCertain: Bool

  /// Digits that were read with less are doubtful.
  private static let doubtful = 0.6
  /// Digits that no reading is surer of are strokes of a pen.
  private static let hopeless = 0.45
  /// Digits that were read with as much are certain.
  private static let certain = 0.85

  /// Counts the other readings of `passage`, the line that says `reading`.
  init(_ reading: LetterNumber.Reading, in passage: Passage) {
    let others = passage.alternatives.compactMap {
      LetterNumber(Passage(page: passage.page, words: $0))?.reading
    }
    let confidence = Self.confidence(passage.words)
    let all = [reading] + others
    isCertain = others.allSatisfy { $0 == reading } && confidence >= Self.certain
    let surest = ([passage.words] + passage.alternatives).map(Self.confidence).max() ?? 1
    if case .value = reading, surest < Self.hopeless {
      self.reading = .unreadable
      return
    }
    guard case .value = reading else {
      // Where the first look saw nothing, or no number, two others must see the same.
      let isAgreed = reading == .unreadable && others.count > 1 && others[0] == others[1]
      self.reading = isAgreed ? others[0] : reading
      return
    }
    guard !others.isEmpty else {
      self.reading = confidence < Self.doubtful ? .unreadable : reading
      return
    }
    let votes = all.map { Self.digits(of: $0) }
    let isDisputed = votes.contains { $0 != votes[0] }
    if isDisputed, surest < Self.legible {
      self.reading = .unreadable
      return
    }
    let best = all.indices.max { first, second in
      let counts = [first, second].map { index in votes.count { $0 == votes[index] } }
      return counts[0] == counts[1] ? first > second : counts[0] < counts[1]
    }
    guard let best, votes[best] != nil, votes.count(where: { $0 == votes[best] }) > 1,
      !Self.isWritten(passage)
    else {
      self.reading = .unreadable
      return
    }
    self.reading = all[best]
  }

  /// The confidence of the weakest word with digits among the first of `words`.
  private static func confidence(_ words: [TextWord]) -> Double {
    words.prefix(3).filter { $0.text.contains(where: \.isNumber) }.map(\.confidence).min() ?? 1
  }

  /// Digits that no reading is surer of are of a hand.
  private static let legible = 0.65
  /// A hand's digits stand out above print by this share of its height.
  private static let excess = 1.25

  /// Whether the digits of `passage` look like a hand's where they stand by themselves: no reading is
  /// sure of them, or each has them higher than the symbol behind.
  private static func isWritten(_ passage: Passage) -> Bool {
    let pairs = ([passage.words] + passage.alternatives).compactMap { words in
      words.indices.dropLast().prefix(3).first {
        words[$0].text.contains(where: \.isNumber) && !words[$0].text.contains("/")
          && words[$0 + 1].text.hasPrefix("/")
      }.map { (digits: words[$0], symbol: words[$0 + 1]) }
    }
    // The engine gives the parts of one word the same confidence: that is not the digits' own.
    let own = pairs.filter { $0.digits.confidence != $0.symbol.confidence }
    if !own.isEmpty, own.count == pairs.count, own.allSatisfy({ $0.digits.confidence < legible }) {
      return true
    }
    let bare = pairs.filter { $0.digits.text.allSatisfy(\.isNumber) }
    return !bare.isEmpty
      && bare.allSatisfy {
        Double($0.digits.box.height) > excess * Double($0.symbol.box.height)
      }
  }

  /// What stands before the symbol.
  private static func digits(of reading: LetterNumber.Reading) -> Substring? {
    guard case .value(let number) = reading else { return nil }
    return number.prefix { $0 != "/" }
  }
}
