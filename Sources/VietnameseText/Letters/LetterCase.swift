/// How a word or text uses capitals.
public enum LetterCase: Hashable, Sendable {
  /// No capitals: `đường`.
  case small
  /// Only capitals, two letters at least: `ĐƯỜNG`.
  case capitals
  /// Each word begins with a capital, and only with that: `Đường`, `Đặng Thuỳ`, `H'Hen`.
  case capitalized
  /// Anything else: `đƯỜNG`, `TpHCM`.
  case mixed
}

extension StringProtocol {
  /// How the text uses capitals; nil when it has no letters that know case.
  public var letterCase: LetterCase? {
    var small = 0
    var capitals = 0
    var isCapitalized = true
    var isStart = true
    for character in self {
      guard character.isUppercase || character.isLowercase else {
        isStart = !character.isLetter
        continue
      }
      if character.isUppercase { capitals += 1 } else { small += 1 }
      if character.isUppercase != isStart { isCapitalized = false }
      isStart = false
    }
    if small + capitals == 0 { return nil }
    if capitals == 0 { return .small }
    if small == 0, capitals > 1 { return .capitals }
    return isCapitalized ? .capitalized : .mixed
  }

  /// The text in the given case, marks kept; `mixed` leaves it as it is.
  ///
  /// A new word begins behind everything that is no letter, so `h'hen niê` becomes `H'Hen Niê` and
  /// `k'brếu` becomes `K'Brếu`; behind a digit none begins.
  public func inCase(_ letterCase: LetterCase) -> String {
    switch letterCase {
    case .small: return lowercased()
    case .capitals: return uppercased()
    case .mixed: return String(self)
    case .capitalized:
      var result = ""
      result.reserveCapacity(utf8.count)
      var isStart = true
      for character in self {
        let isPart = character.isLetter || character.isNumber
        result += isPart && isStart ? character.uppercased() : character.lowercased()
        isStart = !isPart
      }
      return result
    }
  }
}
