import VietnameseText

/// Print that a code repeats, with its misread letters put right by the code.
///
/// The print keeps its punctuation, case, abbreviations and unit words; only words that stand in
/// both and differ by letters take the code's letters.
struct PrintAlignment {
  /// The print with the code's letters.
  private(set) var merged: String
  /// The share of letters that stand in only one of the two, unit words left out.
  private(set) var strangeShare: Double
  /// Whether the print differs by words alone that were lost or come from beside it.
  ///
  /// So it has all words of the code and more, as where the next line was taken for a part of it; or it
  /// has some, and what it has else are no syllables.
  private(set) var isRemnant: Bool

  /// Aligns the words of `print` with those of `code`.
  ///
  /// Besides words for units those of `smallWords` may begin small in print.
  init(print: String, code: String, smallWords: Set<String>) {
    let read = print.split(whereSeparator: \.isWhitespace).map(String.init)
    let meant = code.split(whereSeparator: \.isWhitespace).map(String.init)
    let readKeys = read.map(PrintComparison.key)
    let meantKeys = meant.map(PrintComparison.key)

    // Costs of aligning the first words of each, by plain dynamic programming.
    var costs = [[Double]](
      repeating: [Double](repeating: 0, count: meant.count + 1), count: read.count + 1)
    for row in 0..<read.count { costs[row + 1][0] = costs[row][0] + Self.gap(readKeys[row]) }
    for column in 0..<meant.count {
      costs[0][column + 1] = costs[0][column] + Self.gap(meantKeys[column])
    }
    for row in 0..<read.count {
      for column in 0..<meant.count {
        costs[row + 1][column + 1] = min(
          costs[row][column] + Self.change(readKeys[row], meantKeys[column]),
          costs[row][column + 1] + Self.gap(readKeys[row]),
          costs[row + 1][column] + Self.gap(meantKeys[column]))
      }
    }

    var words: [String] = []
    var strange = 0
    // Words of both, of the code alone, and of the print alone that may be of another value.
    var (common, missing, others) = (0, 0, 0)
    var row = read.count
    var column = meant.count
    while row > 0 || column > 0 {
      if row > 0, column > 0,
        costs[row][column]
          == costs[row - 1][column - 1] + Self.change(readKeys[row - 1], meantKeys[column - 1])
      {
        words.append(
          Self.taking(
            lettersOf: meant[column - 1], into: read[row - 1], smallWords: smallWords))
        common += 1
        row -= 1
        column -= 1
      } else if row > 0, costs[row][column] == costs[row - 1][column] + Self.gap(readKeys[row - 1])
      {
        // A speck that was read as a sign stands between no words.
        if !readKeys[row - 1].isEmpty { words.append(read[row - 1]) }
        if !PrintComparison.isUnitWord(read[row - 1]) { strange += readKeys[row - 1].count }
        if Self.mayBeOfValue(readKeys[row - 1]) { others += 1 }
        row -= 1
      } else {
        if !PrintComparison.isUnitWord(meant[column - 1]) {
          strange += meantKeys[column - 1].count
          missing += 1
        }
        column -= 1
      }
    }
    isRemnant = common >= Self.fewestCommon && (missing == 0 || others == 0)
    merged = words.reversed().joined(separator: " ")
    let total = readKeys.reduce(0) { $0 + $1.count } + meantKeys.reduce(0) { $0 + $1.count }
    strangeShare = total == 0 ? 1 : Double(strange) / Double(total) * 2
  }

  /// Whether a word is a number or a syllable longer than what noise comes out as.
  private static func mayBeOfValue(_ key: String) -> Bool {
    key.contains(where: \.isNumber) || key.count >= 3 && Syllable(key) != nil
  }

  /// Fewer words in common are chance.
  private static let fewestCommon = 2

  private static func gap(_ key: String) -> Double {
    PrintComparison.isUnitWord(key) ? 0.3 : 0.2 + 0.8 * Double(max(1, key.count))
  }

  private static func change(_ read: String, _ meant: String) -> Double {
    if read == meant { return 0 }
    let distance = ReadingDistance.between(FoldedLetters(read), FoldedLetters(meant))
    // Words with less than half in common are not the same word.
    return distance <= 0.5 * Double(max(read.count, meant.count)) ? distance : 1000
  }

  /// The letters of `meant` in the case and between the punctuation of `read`.
  private static func taking(
    lettersOf meant: String, into read: String, smallWords: Set<String>
  ) -> String {
    if PrintComparison.key(read) == PrintComparison.key(meant) {
      let letters = read.filter(\.isLetter)
      if hasLostCapital(read, meant, smallWords: smallWords) { return replacing(read, with: meant) }
      // Letters whose capitals are no more than taller are misread for them.
      let isSameShape = letters.allSatisfy { letter in
        "cosuvwxzp".contains(String(letter).strippingMarks().lowercased())
      }
      let core = meant.filter(\.isLetter)
      guard isSameShape, letters.count > 1, letters != core, letters == letters.uppercased(),
        core != core.uppercased()
      else { return read }
    }
    let letters = read.filter(\.isLetter)
    let isCapitals =
      letters.count > 1 && letters == letters.uppercased()
      && PrintComparison.key(read) != PrintComparison.key(meant)
    return replacing(read, with: isCapitals ? meant.uppercased() : meant)
  }

  /// Whether `read` begins a name small where the code has a capital: print never does, the engine
  /// does with letters such as I.
  private static func hasLostCapital(
    _ read: String, _ meant: String, smallWords: Set<String>
  ) -> Bool {
    guard let first = read.first(where: \.isLetter), let capital = meant.first(where: \.isLetter)
    else { return false }
    return first.isLowercase && capital.isUppercase && !PrintComparison.isUnitWord(read)
      && !smallWords.contains(PrintComparison.key(read))
  }

  /// The word `meant` between the punctuation of `read`.
  private static func replacing(_ read: String, with meant: String) -> String {
    func isCore(_ character: Character) -> Bool { character.isLetter || character.isNumber }
    let head = read.prefix { !isCore($0) }
    let tail = read.reversed().prefix { !isCore($0) }.reversed()
    return String(head) + meant.trimming { !isCore($0) } + String(tail)
  }
}
