internal import Foundation
internal import Gazetteer

/// Finds the most probable readings of a memo, sign by sign.
struct MemoDecoder: Sendable {
  /// A reading of a whole memo and its share of all readings.
  struct Reading: Sendable {
    var state: MemoState
    var weight: Double
  }

  let words: MemoWords
  let numbers: MemoNumbers
  let weights: MemoWeights

  private static let beam = 40
  private static let mostWords = 7
  private static let longestAmount = 9

  /// The readings of `text` with their weights, which add up to 1, the best first.
  func readings(of text: MemoText) -> [Reading] {
    var fronts = [[MemoState: Double]](repeating: [:], count: text.count + 1)
    fronts[0][MemoState()] = 0
    for start in 0..<text.count where !fronts[start].isEmpty {
      let front = Self.best(fronts[start])
      fronts[start] = [:]
      let items =
        text.isDigit(start)
        ? numbers.items(in: text, from: start) : words.items(in: text, from: start)
      for (state, cost) in front {
        for item in items {
          step(state, item, start, text) { next, added in
            Self.add(next, cost + item.cost + added, to: &fronts[item.end])
          }
        }
      }
    }
    return finished(Self.best(fronts[text.count]))
  }

  private static func best(_ front: [MemoState: Double]) -> [(MemoState, Double)] {
    let sorted = front.sorted { $0.value < $1.value }
    return sorted.prefix(beam).map { ($0.key, $0.value) }
  }

  /// Readings that differ in nothing that matters add up.
  private static func add(
    _ state: MemoState, _ cost: Double, to front: inout [MemoState: Double]
  ) {
    guard let known = front[state] else {
      front[state] = cost
      return
    }
    let (low, high) = (min(known, cost), max(known, cost))
    front[state] = low - log(1 + exp(low - high))
  }

  private func finished(_ front: [(MemoState, Double)]) -> [Reading] {
    var sums: [MemoState: Double] = [:]
    for (state, cost) in front {
      var end = state
      var total = cost + closing(&end)
      if end.name == nil { total += weights.missingName }
      if end.number == nil { total += weights.missingNumber }
      if end.phone == nil { total += weights.missingPhone }
      total += order(end)
      end.label = nil
      end.last = .nothing
      Self.add(end, total, to: &sums)
    }
    let least = sums.values.min() ?? 0
    let shares = sums.mapValues { exp(least - $0) }
    let total = shares.values.reduce(0, +)
    return shares.map { Reading(state: $0.key, weight: $0.value / total) }
      .sorted { $0.weight > $1.weight }
  }

  /// The cost of the order in which the fields stand.
  private func order(_ state: MemoState) -> Double {
    guard let number = state.number?.lowerBound, let phone = state.phone?.lowerBound else {
      return 0
    }
    guard number < phone else { return weights.otherOrder }
    guard let name = state.name?.starts.first else { return weights.numberBeforePhone }
    return name < number ? weights.templateOrder : weights.numberBeforePhone
  }

  /// Ends the name that is open; the cost of its length.
  private func closing(_ state: inout MemoState) -> Double {
    guard let open = state.open else { return 0 }
    let cost =
      state.givenSurcharge - log(NameModel.probability(ofLength: open.starts.count))
    if state.isOpenInsured { state.name = open } else { state.others += 1 }
    state.open = nil
    (state.middleSurcharge, state.givenSurcharge) = (0, 0)
    return cost
  }

  /// The states that `item` leads to from `state`, with what that costs beside the item itself.
  private func step(
    _ state: MemoState, _ item: MemoItem, _ start: Int, _ text: MemoText,
    _ next: (MemoState, Double) -> Void
  ) {
    let range = start..<item.end
    var joined = state
    var cost = boundaryCost(&joined, item, start, text)
    cost += announcementCost(joined, item)
    if item.isGlued {
      cost += joined.isGlued ? weights.glued : weights.gluedFirst
      joined.isGlued = true
    }
    switch item.kind {
    case .name(let costs):
      if item.isParted { cost += weights.partedFirst }
      name(joined, costs, range, text, cost, next)
    case .phrase(let role):
      if joined.open != nil, role == .transfer {
        // Who sends money stands before these words.
        cost += joined.isOpenInsured ? weights.insuredSends : weights.otherSends
      }
      var after = joined
      cost += closing(&after)
      next(phrase(after, role, range), cost + phraseCost(joined, role, text.gaps[start]))
    case .unknown:
      var after = joined
      if joined.open != nil, text.gaps[start] < .strong { cost += weights.unknownBesideName }
      cost += closing(&after)
      after.last = .unknown
      next(after, cost)
    case .insuranceNumber, .phone, .number:
      var after = joined
      cost += closing(&after)
      number(after, item.kind, range, text.gaps[start], cost, next)
    }
  }

  private func boundaryCost(
    _ state: inout MemoState, _ item: MemoItem, _ start: Int, _ text: MemoText
  ) -> Double {
    guard start > 0, text.gaps[start] == .none else { return 0 }
    let isDigit = (text.isDigit(start - 1), text.isDigit(start))
    switch isDigit {
    case (true, true): return weights.gluedDigits
    case (false, false):
      let cost = state.isGlued ? weights.glued : weights.gluedFirst
      state.isGlued = true
      return cost
    default:
      if case .unknown = item.kind { return weights.gluedToUnknown }
      return state.last == .unknown ? weights.gluedToUnknown : weights.gluedNumber
    }
  }

  /// What it costs that no name or number follows where one was announced.
  private func announcementCost(_ state: MemoState, _ item: MemoItem) -> Double {
    switch (state.last, item.kind) {
    case (.calendar, .number): return 0
    case (.calendar, _): return weights.noNameAnnounced
    case (.announcement, _): break
    default: return 0
    }
    switch item.kind {
    case .name: return 0
    case .phrase(let role) where role.announcesName || role == .purpose: return 0
    default: return weights.noNameAnnounced
    }
  }

  private func phraseCost(_ state: MemoState, _ role: MemoRole, _ gap: MemoText.Gap) -> Double {
    if role == .unit {
      switch state.last {
      case .amount where gap < .strong: return -weights.phrase / 2
      case .number where gap < .strong: return 0
      default: return weights.numberAgainst
      }
    }
    let isBehindName = state.open != nil && gap < .strong
    return isBehindName && !role.mayFollowName ? weights.phraseBehindName : 0
  }

  private func phrase(
    _ state: MemoState, _ role: MemoRole, _ range: Range<Int>
  ) -> MemoState {
    var after = state
    after.last = role.announcesName ? .announcement : role.isCalendar ? .calendar : .phrase
    if role == .purpose { after.hasPurpose = true }
    if role == .otherPurpose { after.hasOtherPurpose = true }
    if role == .content { after.content = range.upperBound }
    if !role.isTransparent { after.label = role }
    return after
  }

  private func name(
    _ state: MemoState, _ costs: [Double], _ range: Range<Int>, _ text: MemoText, _ cost: Double,
    _ next: (MemoState, Double) -> Void
  ) {
    if var open = state.open, open.starts.count < Self.mostWords {
      var cost = cost
      var after = state
      switch text.gaps[range.lowerBound] {
      case .strong: cost += weights.strongInName
      case .weak:
        cost += state.hasWeakNames ? weights.weakInName : weights.weakInNameFirst
        after.hasWeakNames = true
      case .none, .space: break
      }
      open.starts.append(range.lowerBound)
      open.end = range.upperBound
      after.open = open
      // Only what follows tells whether the word is the last one.
      let least = min(costs[1], costs[2])
      after.middleSurcharge = costs[1] - least
      after.givenSurcharge = costs[2] - least
      next(after, cost + state.middleSurcharge + least)
      return
    }
    guard state.open == nil else { return }
    var cost = cost
    if state.last == .unknown, text.gaps[range.lowerBound] < .strong {
      cost += weights.unknownBesideName
    }
    var after = state
    after.open = MemoState.Name(starts: [range.lowerBound], end: range.upperBound)
    after.last = .name
    after.label = nil
    if state.name == nil {
      after.isOpenInsured = true
      after.isNameOwned = state.label == .owner || state.label == .name
      next(after, cost + costs[0] + insuredCost(state))
    }
    after.isOpenInsured = false
    after.isNameOwned = state.isNameOwned
    next(after, cost + costs[0] + otherCost(state))
  }

  private func insuredCost(_ state: MemoState) -> Double {
    switch state.label {
    case .owner, .name: weights.nameOwned
    case .purpose, .act: weights.nameFree / 2
    case .debit, .account, .transfer, .bank, .otherPurpose: weights.nameAgainst
    default: weights.nameFree
    }
  }

  private func otherCost(_ state: MemoState) -> Double {
    switch state.label {
    case .debit, .account: weights.nameFree
    case .owner, .name: weights.nameAgainst * 2
    default: weights.nameAgainst
    }
  }

  private func number(
    _ state: MemoState, _ kind: MemoItem.Kind, _ range: Range<Int>, _ gap: MemoText.Gap,
    _ cost: Double,
    _ next: (MemoState, Double) -> Void
  ) {
    var after = state
    after.label = nil
    // A word for a transaction says nothing about a number behind a comma.
    let label = state.label == .reference && gap == .strong ? nil : state.label
    func labelled(_ role: MemoRole) -> Double {
      guard let label else { return weights.numberFree }
      if label == role { return weights.numberLabelled }
      let contradicts = label.announcesOther || label == .phone || label == .number
      return contradicts ? weights.numberAgainst : weights.numberFree
    }
    switch kind {
    case .insuranceNumber:
      guard state.number == nil else { return }
      after.number = range
      after.last = .field
      next(after, cost + labelled(.number))
    case .phone(let digits, let isFormer):
      guard state.phone == nil else { return }
      after.phone = range
      after.phoneDigits = digits
      after.isFormerPhone = isFormer
      after.last = .field
      next(after, cost + labelled(.phone))
    case .number(let isShaped):
      after.last = isShaped || range.count <= Self.longestAmount ? .amount : .number
      // The holder's name follows the number of an account.
      if label == .account { after.label = .debit }
      let announced = label?.announcesOther == true
      let against = label == .phone || label == .number
      next(
        after,
        cost
          + (announced ? weights.otherLabelled : isShaped ? weights.otherShape : weights.other)
          + (against ? weights.numberAgainst : 0))
    case .phrase, .name, .unknown: break
    }
  }
}
