internal import VietnameseText

/// A memo as a row of letters and digits, with what stands between them.
struct MemoText: Sendable {
  /// What stands between two signs.
  enum Gap: UInt8, Comparable, Sendable {
    /// Nothing.
    case none
    /// Space.
    case space
    /// A sign that stands between words as well as within numbers: dot, dash, stroke.
    case weak
    /// A sign that ends a part: comma, colon, bracket.
    case strong

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// A sign in the place of a letter that was lost.
  static let unreadable = UInt8(ascii: "?")

  /// Small letters without marks, and digits.
  let signs: [UInt8]
  /// What each sign is with its marks: base, quality and tone, the tone of oa, oe, uy on the second
  /// vowel; 0 for what is unreadable.
  let codes: [UInt16]
  /// What stands before each sign; the last one is the end.
  let gaps: [Gap]
  /// The sign that stands before each sign; nil where nothing does, or several do.
  let separators: [Unicode.Scalar?]
  /// Whether any letter bears a mark.
  let isMarked: Bool

  private let scalars: [Unicode.Scalar]
  /// Where each sign stands among the scalars.
  private let places: [Int]

  /// How many signs there are.
  var count: Int { signs.count }

  /// Takes `text` apart.
  init(_ text: String) {
    let cleaned = text.normalized().cleaningCompatibility().foldingConfusables().normalized()
    scalars = Array(cleaned.unicodeScalars)
    let folded = Array(cleaned.foldingTonePlacement().unicodeScalars)
    let printed = folded.count == scalars.count ? folded : scalars
    var signs: [UInt8] = []
    var codes: [UInt16] = []
    var gaps: [Gap] = []
    var places: [Int] = []
    var isMarked = false
    var gap = Gap.strong
    var separators: [Unicode.Scalar?] = []
    var separator: Unicode.Scalar?
    for (index, scalar) in printed.enumerated() {
      if let letter = Letter(scalar) {
        signs.append(letter.base)
        codes.append(Self.code(letter))
        if letter.quality != .plain || letter.tone != .level { isMarked = true }
      } else if Self.isLostLetter(printed, index) {
        signs.append(Self.unreadable)
        codes.append(0)
      } else {
        let own = Self.gap(scalar)
        // A dash with spaces around it parts more than a dash.
        gap = gap != .none && own != gap && own != .none ? .strong : max(gap, own)
        separator = scalar
        continue
      }
      gaps.append(gap)
      separators.append(gap == .none ? nil : separator)
      separator = nil
      places.append(index)
      gap = .none
    }
    gaps.append(.strong)
    self.signs = signs
    self.codes = codes
    self.gaps = gaps
    self.separators = separators
    self.places = places
    self.isMarked = isMarked
  }

  /// What is in `range` as it was written, every gap as one space.
  func written(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[places[first]...places[last]])
    return String(text).foldingWhiteSpace()
  }

  /// The letters of a word in `range` and the apostrophes among them, as they were written.
  func word(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    for index in range {
      if index > range.lowerBound {
        let between = scalars[(places[index - 1] + 1)..<places[index]]
        text.append(contentsOf: between.filter { $0 == "'" })
      }
      text.append(scalars[places[index]])
    }
    return String(text)
  }

  /// The digits in `range`.
  func digits(_ range: Range<Int>) -> String { String(decoding: signs[range], as: UTF8.self) }

  /// How many characters stand from the first sign of `range` to its last.
  func length(_ range: Range<Int>) -> Int {
    guard let first = range.first, let last = range.last else { return 0 }
    return places[last] - places[first] + 1
  }

  /// Whether the sign at `index` is a digit.
  func isDigit(_ index: Int) -> Bool { (48...57).contains(signs[index]) }

  /// The code of a letter with its marks, whatever its case.
  static func code(_ letter: Letter) -> UInt16 {
    UInt16(letter.base) | UInt16(letter.quality.rawValue) << 7 | UInt16(letter.tone.rawValue) << 10
  }

  /// The codes of a word, the tone of oa, oe, uy on the second vowel; nil for other signs.
  static func codes(of word: String) -> [UInt16]? {
    var codes: [UInt16] = []
    for scalar in word.lowercased().foldingTonePlacement().unicodeScalars {
      if scalar == "'" || scalar == "’" { continue }
      guard let letter = Letter(scalar) else { return nil }
      codes.append(code(letter))
    }
    return codes
  }

  /// A question mark or the like between letters, as systems put it for a letter they do not know.
  private static func isLostLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard scalars[index] == "?" || scalars[index] == "\u{FFFD}" else { return false }
    func isInWord(_ place: Int) -> Bool {
      guard scalars.indices.contains(place) else { return false }
      if scalars[place] == "?" || scalars[place] == "\u{FFFD}" { return true }
      return Letter(scalars[place]).map { $0.base >= 0x61 } ?? false
    }
    return isInWord(index - 1) || isInWord(index + 1)
  }

  private static func gap(_ scalar: Unicode.Scalar) -> Gap {
    switch scalar {
    case "'": .none
    case ".", "-", "_", "/", "+", "*", "\\", "~", "=": .weak
    default: scalar.properties.isWhitespace ? .space : .strong
    }
  }
}
