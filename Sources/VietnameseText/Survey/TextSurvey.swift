internal import Glibc

/// What the words and signs of a text say about whether it is Vietnamese that a person could read.
///
/// It is counted, not judged: shares and costs are for whoever decides.
package struct TextSurvey: Sendable {
  /// Words of two letters or more.
  package private(set) var words = 0
  /// Words that can be Vietnamese as they stand: syllables, words of the model, acronyms.
  package private(set) var possible = 0
  /// Words that carry a mark of any language.
  package private(set) var marked = 0
  /// Words with a letter that only Vietnamese has: đ, ư, ơ, ạ and the like.
  package private(set) var vietnamese = 0
  /// Words that, freed of all marks, are those of a syllable of the model.
  package private(set) var bare = 0
  /// Pieces between spaces that hold neither a letter nor a digit and are no usual punctuation, and
  /// letters that stand alone or are capitals without a vowel and unknown.
  package private(set) var strays = 0
  /// Pieces whose letters have signs or digits among them that no writing has there.
  package private(set) var glued = 0
  /// Pieces between spaces.
  package private(set) var pieces = 0
  /// Letters of Latin writing.
  package private(set) var letters = 0
  /// Digits.
  package private(set) var digits = 0
  /// Letters of other writing: Chinese, Arabic, Cyrillic and the like.
  package private(set) var foreignLetters = 0
  /// Characters that stand for nothing: private ones, unknown ones, controls.
  package private(set) var unmapped = 0
  /// The cost of the words in their context, as the sum of −ln p.
  package private(set) var cost: Double = 0

  /// A survey of nothing.
  package init() {}

  /// Surveys `text`, which should be in NFC.
  package init(_ text: String, model: LanguageModel) {
    let bytes = Array(text.utf8)
    countSigns(text.unicodeScalars)
    let evidence = WordEvidence(model: model)
    var state = ModelState.start
    for token in Tokenizer().tokens(in: bytes) {
      guard let other = WordID.of(token.kind) else { continue }
      guard token.kind == .word else {
        state = model.next(other, after: state).state
        continue
      }
      let word = Array(bytes[token.range])
      let id =
        model.id(of: WordForm.of(word)) ?? model.id(of: WordForm.of(WordCase.small(word)))
        ?? WordID.unknown
      let next = model.next(id, after: state)
      state = next.state
      let scalars = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
      guard scalars.count > 1 else { continue }
      // Capitals without a vowel may be initials, or noise: they say nothing.
      if id == WordID.unknown, WordEvidence.isAcronym(scalars[...]) {
        strays += 1
        continue
      }
      words += 1
      cost += Double(min(Self.mostCost, -logf(max(next.probability, 1e-9))))
      if id == WordID.unknown { cost += Self.unknownCost }
      if evidence.isPossible(scalars[...]) { possible += 1 }
      if scalars.contains(where: { $0 >= 0x80 }) { marked += 1 }
      if scalars.contains(where: { $0 >= 0x100 && LetterTable.shared.base($0) != 0 }) {
        vietnamese += 1
      }
      if model.group(of: WordForm.base(of: word)) != nil { bare += 1 }
    }
  }

  private static let mostCost: Float = 16
  private static let unknownCost = 4.0

  private mutating func countSigns(_ scalars: String.UnicodeScalarView) {
    for piece in scalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      pieces += 1
      if Self.isGlued(piece) { glued += 1 }
      var isWord = false
      var count = 0
      var isUsual = true
      for scalar in piece {
        count += 1
        switch Self.kind(scalar) {
        case .letter:
          letters += 1
          isWord = true
        case .digit:
          digits += 1
          isWord = true
        case .foreign:
          foreignLetters += 1
          isWord = true
        case .unmapped:
          unmapped += 1
          isUsual = false
        case .usual: break
        case .sign: isUsual = false
        }
      }
      // A list's letters and bullets are few; among noise every second piece is one sign.
      if !isWord, !isUsual || count == 1 && piece.first.map(Self.isBullet) != true { strays += 1 }
      if isWord, count == 1, let only = piece.first, Self.isLonely(only) { strays += 1 }
    }
  }

  /// Whether a letter stands beside a sign of no prose, or a digit among small letters.
  ///
  /// As in `Hạ#5` and `LK5t`; addresses of the web and of mail do not count.
  private static func isGlued(_ piece: String.UnicodeScalarView.SubSequence) -> Bool {
    let scalars = Array(piece)
    guard scalars.count > 1, !scalars.contains("@"), !scalars.contains("/") else { return false }
    let kinds = scalars.map(kind)
    for place in scalars.indices where kinds[place] != .letter {
      let before = place > 0 && kinds[place - 1] == .letter
      let after = place + 1 < scalars.count && kinds[place + 1] == .letter
      if kinds[place] == .sign, before || after { return true }
      guard before, after else { continue }
      let isSmall =
        scalars[place - 1].properties.isLowercase && scalars[place + 1].properties.isLowercase
      if isSmall, kinds[place] == .digit || isMarkWithin(scalars[place]) { return true }
    }
    return false
  }

  /// Marks that stand behind words, and not within them.
  private static func isMarkWithin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!", "?", ":", ";", "*", "+", "%", "\"", "]", "[": true
    default: false
    }
  }

  private enum Kind { case letter, digit, foreign, unmapped, usual, sign }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39: return .digit
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F,
      0x1E00...0x1EFF:
      return .letter
    case 0x21, 0x22, 0x27...0x2F, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x5F, 0x25, 0x2010...0x2015,
      0x2018...0x201F, 0x2022, 0x2026, 0xAB, 0xBB, 0xB0, 0xB7:
      return .usual
    case 0..<0x20, 0x7F..<0xA0, 0xFFFD, 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .unmapped
    case 0x370..<0x1E00, 0x2E80...0xD7FF, 0xF900...0xFAFF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC,
      0x20000...0x3FFFF:
      return scalar.properties.isAlphabetic ? .foreign : .sign
    default: return .sign
    }
  }

  /// Signs that begin items or stand between words.
  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2B, 0x2A, 0x2F, 0x3A, 0x2E, 0x2C, 0x3B, 0x26, 0x2010...0x2015, 0x2022, 0xB7: true
    default: false
    }
  }

  /// Latin letters that hardly ever stand alone in Vietnamese.
  private static func isLonely(_ scalar: Unicode.Scalar) -> Bool {
    "BCEFGHJKLMNPQRSTWZbcfghjklmnpqrstwz".unicodeScalars.contains(scalar)
  }

  /// Adds another survey.
  package mutating func add(_ other: TextSurvey) {
    words += other.words
    possible += other.possible
    marked += other.marked
    vietnamese += other.vietnamese
    bare += other.bare
    strays += other.strays
    glued += other.glued
    pieces += other.pieces
    letters += other.letters
    digits += other.digits
    foreignLetters += other.foreignLetters
    unmapped += other.unmapped
    cost += other.cost
  }

  // MARK: Shares

  /// The share of the words that can be Vietnamese, 0 … 1.
  package var possibleShare: Double { Self.share(possible, words) }
  /// The share of the words that carry a mark, 0 … 1.
  package var markedShare: Double { Self.share(marked, words) }
  /// The share of the words that only Vietnamese writes so, 0 … 1.
  package var vietnameseShare: Double { Self.share(vietnamese, words) }
  /// The share of the words that are syllables beneath their marks, 0 … 1.
  package var bareShare: Double { Self.share(bare, words) }
  /// The share of the pieces that are stray signs, 0 … 1.
  package var strayShare: Double { Self.share(strays, pieces) }
  /// The share of the pieces that hold signs among their letters, 0 … 1.
  package var gluedShare: Double { Self.share(glued, pieces) }
  /// The share of the characters that stand for nothing, 0 … 1.
  package var unmappedShare: Double {
    Self.share(unmapped, unmapped + letters + digits + foreignLetters)
  }
  /// The share of the letters that are of other writing, 0 … 1.
  package var foreignShare: Double { Self.share(foreignLetters, letters + foreignLetters) }
  /// The mean cost of a word, as −ln p; 0 without words.
  package var meanCost: Double { words == 0 ? 0 : cost / Double(words) }

  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}
