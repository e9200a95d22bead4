internal import VietnameseText

/// Finds the lines of a text that share no eight syllables in a row with other texts.
///
/// What a model repeats by heart is not what it understands: such lines tell the two apart.
public struct NovelLines: Sendable {
  /// How many syllables in a row make two texts share something.
  public static let length = 8

  // The lines by the hashes of their runs of syllables.
  private var linesOfRun: [UInt64: [Int32]] = [:]
  private var isNovel: [Bool]

  /// Looks at `lines`; those shorter than a run are never novel.
  public init(lines: [String]) {
    isNovel = Array(repeating: false, count: lines.count)
    for (number, line) in lines.enumerated() {
      let runs = Self.runs(of: line)
      isNovel[number] = !runs.isEmpty
      for run in Set(runs) { linesOfRun[run, default: []].append(Int32(number)) }
    }
  }

  /// Takes the novelty from the lines that share a run with `other`, which is one line or paragraph.
  public mutating func remove(sharedWith other: String) {
    for run in Self.runs(of: other) {
      guard let lines = linesOfRun.removeValue(forKey: run) else { continue }
      for line in lines { isNovel[Int(line)] = false }
    }
  }

  /// The numbers of the lines that are still novel, from 0.
  public var numbers: [Int] { isNovel.indices.filter { isNovel[$0] } }

  /// A hash for each run of syllables; letter case and tone placement are folded.
  private static func runs(of line: String) -> [UInt64] {
    let syllables = LetterRuns(in: line.lowercased().normalized().foldingTonePlacement()).runs
      .map { hash($0.text.utf8) }
    guard syllables.count >= length else { return [] }
    return (0...syllables.count - length).map { start in
      syllables[start..<start + length].reduce(0) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 }
    }
  }

  /// The FNV-1a hash of `bytes`, the same in every run of the program.
  private static func hash(_ bytes: Substring.UTF8View) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
