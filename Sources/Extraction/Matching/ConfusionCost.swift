/// What it costs to take one folded letter for another.
enum ConfusionCost {
  /// A letter that the engine left out, or one that it made up.
  static let gap: Float = 0.9
  /// A thin letter, which comes and goes with a speck.
  static let thinGap: Float = 0.6

  /// The cost of reading `read` where `meant` is printed.
  static func substitution(_ read: UInt8, for meant: UInt8) -> Float {
    if read == meant { return 0 }
    let row = index(read)
    let column = index(meant)
    guard row >= 0, column >= 0 else { return 1 }
    return table[row * 36 + column]
  }

  /// The cost of `letter` missing or being added.
  static func insertion(of letter: UInt8) -> Float {
    switch letter {
    case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "1"), UInt8(ascii: "j"): thinGap
    default: gap
    }
  }

  private static func index(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x61
    case 0x30...0x39: Int(byte) - 0x30 + 26
    default: -1
    }
  }

  /// Letters and digits that look alike in print.
  private static let groups = [
    "il1tj7", "oo0dqc", "ceoa", "nmhru", "uvyn", "s58", "b86", "z27", "g9q6", "hbk", "ftl", "ae",
    "ij", "vy", "a4", "ce6", "pr", "kx", "dcl",
  ]

  private static let table: [Float] = {
    var table = [Float](repeating: 1, count: 36 * 36)
    for group in groups {
      for a in group.utf8 {
        for b in group.utf8 { table[index(a) * 36 + index(b)] = 0.5 }
      }
    }
    for letter in 0..<36 { table[letter * 36 + letter] = 0 }
    return table
  }()
}
