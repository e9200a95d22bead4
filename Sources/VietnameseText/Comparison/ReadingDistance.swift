/// How far a reading lies from a text that may have been printed.
///
/// An edit distance in which what a reader of print confuses is cheap: the same letter with other
/// marks, look-alike shapes, spaces and small signs. A quite different letter costs 1.
public enum ReadingDistance {
  /// The distance of `reading` from `print`; `limit` or more, exactness aside, once it exceeds that.
  public static func between(
    _ reading: FoldedLetters, _ print: FoldedLetters, limit: Double = .infinity
  ) -> Double {
    let read = reading.codes
    let printed = print.codes
    if read == printed { return 0 }
    // Each character too many or too few costs at least the cheapest insertion.
    if Double(abs(read.count - printed.count)) * smallGap > limit { return .infinity }
    var before: [Double] = []
    var last = [Double](repeating: 0, count: printed.count + 1)
    for column in printed.indices { last[column + 1] = last[column] + gap(printed[column]) }
    var row = last
    var bestBefore = 0.0
    for line in read.indices {
      row[0] = last[0] + gap(read[line])
      var best = row[0]
      for column in printed.indices {
        var cost = last[column] + substitution(read[line], printed[column])
        cost = min(cost, last[column + 1] + gap(read[line]))
        cost = min(cost, row[column] + gap(printed[column]))
        if column > 0, isPair(printed[column - 1], printed[column], readAs: read[line]) {
          cost = min(cost, last[column - 1] + lookAlike)
        }
        if line > 0, isPair(read[line - 1], read[line], readAs: printed[column]) {
          cost = min(cost, before[column] + lookAlike)
        }
        row[column + 1] = cost
        best = min(best, cost)
      }
      // A pair reaches two rows back, so both must lie beyond the limit.
      if best > limit, bestBefore > limit { return .infinity }
      bestBefore = best
      before = last
      swap(&last, &row)
    }
    return last[printed.count]
  }

  private static let otherTone = 0.2
  private static let otherQuality = 0.25
  private static let otherMarks = 0.35
  private static let lookAlike = 0.4
  private static let smallGap = 0.3
  private static let spaceGap = 0.5

  private static func substitution(_ left: UInt16, _ right: UInt16) -> Double {
    if left == right { return 0 }
    guard left < 0x2000, right < 0x2000 else { return 1 }
    let first = UInt8(left & 0x7F)
    let second = UInt8(right & 0x7F)
    if first == second {
      let isSameTone = left >> 10 == right >> 10
      let isSameQuality = left >> 7 & 7 == right >> 7 & 7
      return isSameTone ? otherQuality : isSameQuality ? otherTone : otherMarks
    }
    return Self.areLookAlikes(first, second) ? lookAlike : 1
  }

  private static func gap(_ code: UInt16) -> Double {
    if code == FoldedLetters.space { return spaceGap }
    return code >= FoldedLetters.other ? smallGap : 1
  }

  /// Shapes that print and pixels make alike, capitals and small letters together.
  private static func areLookAlikes(_ first: UInt8, _ second: UInt8) -> Bool {
    pairs[Int(first) << 7 | Int(second)]
  }

  private static let pairs: [Bool] = {
    let list = """
      0o 0d 0q 0c 1i 1l il ij it lt 1t 1j 5s 8b 6b 6g 9g 9q gq 2z ce co eo uv uy vy nu nh hb un
      mn rn ft tr ao aeu dc bh kh xk vx pr fp 3s 7t 4a sz yv gy nr
      """
    var table = [Bool](repeating: false, count: 1 << 14)
    for group in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let shapes = Array(group.utf8)
      for first in shapes {
        for second in shapes where first != second { table[Int(first) << 7 | Int(second)] = true }
      }
    }
    return table
  }()

  /// Whether two narrow letters side by side were taken for one wide one, as `rn` for `m`.
  private static func isPair(_ first: UInt16, _ second: UInt16, readAs whole: UInt16) -> Bool {
    guard first < 0x2000, second < 0x2000, whole < 0x2000 else { return false }
    switch (UInt8(first & 0x7F), UInt8(second & 0x7F), UInt8(whole & 0x7F)) {
    case (0x72, 0x6E, 0x6D), (0x6E, 0x69, 0x6D), (0x69, 0x6E, 0x6D),  // rn ni in: m
      (0x63, 0x6C, 0x64), (0x6F, 0x6C, 0x64),  // cl ol: d
      (0x76, 0x76, 0x77), (0x6C, 0x69, 0x75), (0x69, 0x69, 0x75), (0x6C, 0x69, 0x6E),  // vv: w
      (0x6C, 0x69, 0x68), (0x69, 0x69, 0x6E), (0x72, 0x69, 0x6E), (0x6C, 0x6F, 0x62):
      return true
    default: return false
    }
  }
}
