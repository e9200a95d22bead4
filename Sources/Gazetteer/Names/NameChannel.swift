internal import Foundation
internal import VietnameseText

/// How likely a printed syllable of a name is to be read as something else.
enum NameChannel {
  /// What a reading has gone through.
  enum Damage: Int, CaseIterable, Sendable {
    /// Every mark is gone: typed without them, or read by an engine that has none.
    case stripped
    /// Letters were misread here and there.
    case misread

    /// The share of readings with it.
    var share: Double { self == .stripped ? 0.03 : 0.97 }
  }

  /// How probable each kind of mistake is at one letter.
  private struct Rates {
    var right: Double
    /// A tone that is not printed, or another one.
    var otherTone: Double
    /// A tone that was overlooked.
    var lostTone: Double
    /// Circumflex, horn, breve or stroke wrong, the tone right.
    var otherQuality: Double
    var otherMarks: Double
    var lookAlike: Double
    var otherLetter: Double
    var lostLetter: Double
    var addedLetter: Double
  }

  /// A word that is legible, as most are.
  private static let legible = Rates(
    right: 0.99, otherTone: 0.001, lostTone: 0.004, otherQuality: 0.002, otherMarks: 0.000_1,
    lookAlike: 0.000_3, otherLetter: 0.000_005, lostLetter: 0.000_05, addedLetter: 0.000_003)
  /// A word whose letters are worn or blurred: mistakes come in company.
  private static let worn = Rates(
    right: 0.8, otherTone: 0.06, lostTone: 0.08, otherQuality: 0.06, otherMarks: 0.02,
    lookAlike: 0.02, otherLetter: 0.000_8, lostLetter: 0.005, addedLetter: 0.000_3)
  private static let wornShare = 0.04

  /// The probability that `readings` of the same print stand where `printed` does, all in small
  /// letters; together they count as one, as models that read the same print misread it alike.
  static func probability(
    of readings: [[Letter]], for printed: [Letter], _ damage: Damage
  ) -> Double {
    switch damage {
    case .stripped:
      return readings.allSatisfy { isBare($0, of: printed) } ? 1 : 0
    case .misread:
      // Worn print is worn for every reader.
      return (1 - wornShare) * mean(readings.map { misread($0, printed, legible) })
        + wornShare * mean(readings.map { misread($0, printed, worn) })
    }
  }

  /// The geometric mean.
  private static func mean(_ probabilities: [Double]) -> Double {
    guard let first = probabilities.first, probabilities.contains(where: { $0 != first }) else {
      return probabilities.first ?? 1
    }
    return pow(probabilities.reduce(1, *), 1 / Double(probabilities.count))
  }

  private static func isBare(_ read: [Letter], of printed: [Letter]) -> Bool {
    read.count == printed.count
      && zip(read, printed).allSatisfy {
        $0.base == $1.base && $0.tone == .level && $0.quality == .plain
      }
  }

  /// Edit distance in probabilities: the best way to align the letters.
  private static func misread(_ read: [Letter], _ printed: [Letter], _ rates: Rates) -> Double {
    var last = [Double](repeating: 0, count: printed.count + 1)
    last[0] = 1
    for column in printed.indices { last[column + 1] = last[column] * rates.lostLetter }
    var row = last
    for line in read.indices {
      row[0] = last[0] * rates.addedLetter
      for column in printed.indices {
        row[column + 1] = max(
          last[column] * substitution(read[line], printed[column], rates),
          max(last[column + 1] * rates.addedLetter, row[column] * rates.lostLetter))
      }
      swap(&last, &row)
    }
    return last[printed.count]
  }

  private static func substitution(_ read: Letter, _ printed: Letter, _ rates: Rates) -> Double {
    let isSameTone = read.tone == printed.tone
    if read.base == printed.base {
      if read.quality != printed.quality {
        return isSameTone ? rates.otherQuality : rates.otherMarks
      }
      return isSameTone ? rates.right : read.tone == .level ? rates.lostTone : rates.otherTone
    }
    // i and y are two spellings, not two readings.
    if isIOrY(read), isIOrY(printed) { return 0 }
    let isAlike = lookAlikes[Int(read.base) << 7 | Int(printed.base)]
    return (isAlike ? rates.lookAlike : rates.otherLetter) * (isSameTone ? 1 : 0.2)
  }

  private static func isIOrY(_ letter: Letter) -> Bool {
    letter.base == UInt8(ascii: "i") || letter.base == UInt8(ascii: "y")
  }

  /// The letters whose shapes readers of print confuse.
  private static let lookAlikes: [Bool] = {
    var table = [Bool](repeating: false, count: 1 << 14)
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    for first in letters {
      for second in letters where first != second {
        let distance = ReadingDistance.between(
          FoldedLetters(String(Unicode.Scalar(first))),
          FoldedLetters(String(Unicode.Scalar(second))))
        table[Int(first) << 7 | Int(second)] = distance < 1
      }
    }
    return table
  }()
}
