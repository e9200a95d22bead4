internal import Gazetteer
internal import Validation

/// Finds what the digits of a memo may be: the insured person's number, a telephone, or neither.
struct MemoNumbers: Sendable {
  private let phones: PhonePlan
  private let provinces: Set<String>
  private let weights: MemoWeights

  private static let longest = 24
  private static let mostGroups = 6

  init(gazetteer: Gazetteer, phones: PhonePlan, weights: MemoWeights) {
    self.phones = phones
    self.weights = weights
    provinces = Set(
      (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" }
        .filter { gazetteer.province(numberPrefix: "0" + $0) != nil })
  }

  /// What may begin at `start`, which is a digit.
  func items(in text: MemoText, from start: Int) -> [MemoItem] {
    var items: [MemoItem] = []
    var groups = [0]
    var hasComma = false
    var separators: Set<Unicode.Scalar> = []
    var end = start
    while end < text.count, text.isDigit(end), end - start < Self.longest {
      if end > start, text.gaps[end] != .none {
        hasComma = hasComma || text.gaps[end] == .strong
        if let separator = text.separators[end] { separators.insert(separator) }
        guard groups.count < Self.mostGroups else { break }
        groups.append(0)
      }
      groups[groups.count - 1] += 1
      end += 1
      let isWhole = end == text.count || text.gaps[end] != .none || !text.isDigit(end)
      let opens = start == 0 || text.gaps[start] != .none || !text.isDigit(start - 1)
      items += self.items(
        text, start..<end, groups: groups, isWhole: isWhole && opens, hasComma: hasComma,
        isMixed: separators.count > 1)
    }
    return items
  }

  private func items(
    _ text: MemoText, _ range: Range<Int>, groups: [Int], isWhole: Bool, hasComma: Bool,
    isMixed: Bool
  ) -> [MemoItem] {
    let digits = text.digits(range)
    var items: [MemoItem] = []
    var parting = weights.group * Double(groups.count - 1)
    if groups.count > 1, isMixed || groups.contains(where: { !(2...5).contains($0) }) {
      parting += weights.oddGroup
    }
    if !hasComma {
      if let cost = insuranceCost(digits) {
        items.append(
          MemoItem(kind: .insuranceNumber, end: range.upperBound, cost: cost + parting))
      }
      if isWhole || digits.utf8.count >= 10, let phone = phone(digits) {
        items.append(
          MemoItem(
            kind: .phone(phone.number, isFormer: phone.isFormer), end: range.upperBound,
            cost: phone.cost + parting))
      }
    }
    guard isWhole else { return items }
    let isShaped = Self.isDate(digits, groups) || groups.count > 1 && Self.isAmount(groups)
    if groups.count == 1 || isShaped {
      items.append(
        MemoItem(
          kind: .number(isShaped: isShaped), end: range.upperBound,
          cost: isLikeField(digits) ? weights.otherLikeField : 0))
    }
    return items
  }

  private func isLikeField(_ digits: String) -> Bool {
    insuranceCost(digits) != nil || digits.utf8.count > 9 && phone(digits) != nil
  }

  private func insuranceCost(_ digits: String) -> Double? {
    switch digits.utf8.count {
    case 10:
      return provinces.contains(String(digits.prefix(2)))
        ? weights.insuranceProvince : weights.insuranceNoProvince
    case 12:
      guard let number = PersonalNumber(digits), number.birthYear < 2040,
        digits.hasPrefix("0"), provinces.contains(String(digits.dropFirst().prefix(2)))
      else { return weights.notPersonal }
      return weights.personal
    default: return nil
    }
  }

  private func phone(_ digits: String) -> (number: String, isFormer: Bool, cost: Double)? {
    var number = digits
    var cost = 0.0
    for prefix in ["0084", "84"] where digits.hasPrefix(prefix) {
      let rest = digits.dropFirst(prefix.count)
      if [9, 10].contains(rest.utf8.count) {
        number = "0" + rest
        cost = weights.abroad
        break
      }
    }
    if digits.utf8.count == 9 {
      number = "0" + digits
      cost = weights.lostZero
    }
    let isLikeMobile = number.utf8.count == 10 && Self.mobileStarts.contains(number.prefix(2))
    switch phones.judge(number) {
    case .mobile: return (number, false, cost + weights.mobile)
    case .fixed: return (number, false, cost + weights.fixed)
    case .former: return (number, true, cost + weights.formerMobile)
    // Prefixes are opened now and then; validation doubts the number.
    case .invalid: return isLikeMobile ? (number, false, cost + weights.unknownMobile) : nil
    }
  }

  private static let mobileStarts: Set<Substring> = ["03", "05", "07", "08", "09"]

  /// Day, month and year, in one piece or three; month and year.
  private static func isDate(_ digits: String, _ groups: [Int]) -> Bool {
    let isParted =
      [2, 3].contains(groups.count) && groups.dropLast().allSatisfy { $0 <= 2 }
      && (groups.last == 4 || groups.last == 2 && groups.count == 3)
    let numbers: [Int]
    if isParted {
      numbers = groups
    } else if groups == [8] {
      numbers = [2, 2, 4]
    } else if groups == [6], !digits.hasPrefix("0") {
      numbers = [2, 2, 2]
    } else {
      return false
    }
    var rest = digits[...]
    var parts: [Int] = []
    for count in numbers {
      parts.append(Int(rest.prefix(count)) ?? 0)
      rest = rest.dropFirst(count)
    }
    let year = parts[parts.count - 1]
    let isYear = numbers.last == 2 ? true : (1900...2100).contains(year)
    guard isYear, (1...12).contains(parts[parts.count - 2]) else { return false }
    return parts.count == 2 || (1...31).contains(parts[0])
  }

  /// One to three digits, then threes.
  private static func isAmount(_ groups: [Int]) -> Bool {
    (1...3).contains(groups[0]) && groups.dropFirst().allSatisfy { $0 == 3 }
  }
}
