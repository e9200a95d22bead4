internal import Foundation
internal import VietnameseText

/// Finds what the letters of a memo may be: phrases, words of names, words of no list.
struct MemoWords: Sendable {
  let lexicon: MemoLexicon
  let weights: MemoWeights

  /// How rarely a syllable stands in a place for which it was not counted.
  private static let otherPlace = 0.03

  /// What may begin at `start`.
  func items(in text: MemoText, from start: Int) -> [MemoItem] {
    var items: [MemoItem] = []
    lexicon.forEachMatch(in: text, from: start) { entry, range in
      for phrase in entry.phrases {
        if let item = item(phrase, text, range) { items.append(item) }
      }
      if let syllables = entry.syllables, let item = item(syllables, text, range) {
        items.append(item)
      }
    }
    let isStart = text.gaps[start] != .none || start == 0 || text.isDigit(start - 1)
    if isStart {
      var end = start + 1
      while end < text.count, text.gaps[end] == .none, !text.isDigit(end) { end += 1 }
      items += strangers(text, start..<end)
    }
    return items
  }

  private func item(_ phrase: MemoLexicon.Phrase, _ text: MemoText, _ range: Range<Int>)
    -> MemoItem?
  {
    var item = MemoItem(
      kind: .phrase(phrase.role), end: range.upperBound,
      cost: phrase.role == .purpose || phrase.role == .owner ? weights.purpose : weights.phrase)
    for index in range.dropFirst() {
      let isBreak = phrase.breaks.contains(index - range.lowerBound)
      switch (text.gaps[index], isBreak) {
      case (.none, true): item.isGlued = true
      case (.none, false), (.space, true), (.weak, true): break
      case (.strong, _): return nil
      default:
        // Letters of an abbreviation have dots between them: B.H.X.H.
        item.isParted = true
        item.cost += weights.parted
      }
    }
    // One or two letters are hardly a word but where they stand alone.
    if range.count <= 2, !stands(alone: range, text) {
      guard range.count == 2 else { return nil }
      item.cost += weights.shortGlued
    }
    var difference = 0.0
    var lost = 0
    for (index, code) in zip(range, phrase.codes) {
      let read = text.codes[index]
      if text.signs[index] == MemoText.unreadable {
        guard code >> 7 != 0 else { return nil }
        difference += weights.unreadable
      } else if read != code {
        if read >> 7 != 0 { difference += weights.otherMarks } else { lost += 1 }
      }
    }
    if lost > 0, text.isMarked { difference += weights.lostMarks }
    item.cost += min(difference, 8)
    return item
  }

  private func stands(alone range: Range<Int>, _ text: MemoText) -> Bool {
    let before = range.lowerBound
    let end = range.upperBound
    let opens = before == 0 || text.gaps[before] != .none || text.isDigit(before - 1)
    return opens && (end == text.count || text.gaps[end] != .none || text.isDigit(end))
  }

  private func item(_ syllables: MemoLexicon.Syllables, _ text: MemoText, _ range: Range<Int>)
    -> MemoItem?
  {
    var item = MemoItem(kind: .unknown, end: range.upperBound, cost: 0)
    for index in range.dropFirst() where text.gaps[index] != .none {
      guard text.gaps[index] == .space, !item.isParted else { return nil }
      item.isParted = true
    }
    if range.count <= 1, !stands(alone: range, text) { return nil }
    let isMarked = range.contains { text.codes[$0] >> 7 != 0 }
    let isDamaged = range.contains { text.signs[$0] == MemoText.unreadable }
    if isDamaged { item.cost += weights.unreadable }
    var shares = [0.0, 0, 0]
    for member in syllables.members {
      var weight = 1.0
      if isMarked || isDamaged {
        guard Self.fits(text, range, member.codes) else { continue }
      } else if text.isMarked, member.codes.contains(where: { $0 >> 7 != 0 }) {
        weight = 0.02
      }
      for place in shares.indices { shares[place] += weight * member.shares[place] }
    }
    guard let most = shares.max(), most > 0 else { return nil }
    // A syllable of names may stand where it was never counted.
    item.kind = .name(
      shares.map { min(-log(max($0, most * Self.otherPlace)), weights.strangerInName) })
    return item
  }

  /// Whether a syllable is what was written; an unreadable sign stands for a letter with a mark.
  static func fits(_ text: MemoText, _ range: Range<Int>, _ codes: [UInt16]) -> Bool {
    guard range.count == codes.count else { return false }
    return zip(range, codes).allSatisfy { index, code in
      text.signs[index] == MemoText.unreadable ? code >> 7 != 0 : text.codes[index] == code
    }
  }

  /// A word of no list: part of a rare name, or anything else.
  private func strangers(_ text: MemoText, _ range: Range<Int>) -> [MemoItem] {
    let cost =
      range.count <= 7
        && Syllable.isPossible(String(decoding: text.signs[range], as: UTF8.self))
      ? weights.unknownSyllable
      : weights.unknownLetters + weights.unknownLetter * Double(range.count)
    var items = [MemoItem(kind: .unknown, end: range.upperBound, cost: cost)]
    if range.count <= 8 {
      let costs = [Double](repeating: weights.strangerInName, count: 3)
      items.append(MemoItem(kind: .name(costs), end: range.upperBound, cost: 0))
    }
    return items
  }
}
