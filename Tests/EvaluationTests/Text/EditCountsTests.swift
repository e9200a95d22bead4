import Evaluation
import TestSupport
import Testing

@Suite struct EditCountsTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var truth: String
    var reading: String
    var span = EditCounts.Span.whole
    /// Substitutions, deletions, insertions.
    var counts: [Int]
    var testDescription: String { "\(truth) – \(reading)" }
  }

  @Test(arguments: [
    Example(truth: "a b c", reading: "a b c", counts: [0, 0, 0]),
    Example(truth: "a b c", reading: "a x c", counts: [1, 0, 0]),
    Example(truth: "a b c", reading: "a c", counts: [0, 1, 0]),
    Example(truth: "a b c", reading: "a b x c", counts: [0, 0, 1]),
    Example(truth: "a b c", reading: "", counts: [0, 3, 0]),
    Example(truth: "", reading: "a b", counts: [0, 0, 2]),
    // Equally few errors: substitutions rather than a deletion and an insertion.
    Example(truth: "a b", reading: "b c", counts: [2, 0, 0]),
    // What stands before and after the truth is no insertion; what stands within it is.
    Example(truth: "a b c d", reading: "x y a b z c d w", span: .withinTruth, counts: [0, 0, 1]),
    Example(truth: "a b c", reading: "x y a d c w", span: .withinTruth, counts: [1, 0, 0]),
    Example(truth: "a b c", reading: "x y", span: .withinTruth, counts: [2, 1, 0]),
  ])
  func countsEachKindApart(_ example: Example) {
    let counts = EditCounts(
      of: example.reading.split(separator: " "), against: example.truth.split(separator: " "),
      span: example.span)
    #expect([counts.substitutions, counts.deletions, counts.insertions] == example.counts)
  }

  @Test func theRateIsErrorsByPartsOfTheTruth() {
    #expect(EditCounts(of: Array("axc"), against: Array("abcd")).rate == 0.5)
    #expect(EditCounts(of: [Character](), against: []).rate == 0)
  }

  /// The band must not hide a better alignment: the counts equal those of the whole programme.
  @Test(arguments: UInt64(0)..<100)
  func theBandChangesNothing(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let truth = (0..<Int.random(in: 0...120, using: &random)).map { _ in
      Int.random(in: 0...9, using: &random)
    }
    var reading = truth
    for _ in 0..<Int.random(in: 0...80, using: &random) {
      let place = Int.random(in: 0...reading.count, using: &random)
      if place < reading.count, Bool.random(using: &random) {
        reading.remove(at: place)
      } else {
        reading.insert(Int.random(in: 0...9, using: &random), at: place)
      }
    }
    let counts = EditCounts(of: reading, against: truth)
    #expect(counts.errors == Self.plainDistance(truth, reading))
    #expect(counts.insertions - counts.deletions == reading.count - truth.count)
    // The alignment that names the matches has as few errors.
    let alignment = WordAlignment(of: reading, against: truth)
    let matched = alignment.truthOfReading.compactMap(\.self)
    #expect(matched == matched.sorted() && Set(matched).count == matched.count)
    let errors =
      reading.count - alignment.rightCount + truth.count - matched.count
    #expect(errors == counts.errors)
  }

  private static func plainDistance(_ first: [Int], _ second: [Int]) -> Int {
    var row = Array(0...second.count)
    for (index, part) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in second.enumerated() {
        let above = row[column + 1]
        row[column + 1] = min(diagonal + (part == other ? 0 : 1), row[column] + 1, above + 1)
        diagonal = above
      }
    }
    return row[second.count]
  }

  /// 100 kB of text must not need memory or time by the square of its length.
  @Test func longTextsThatDifferLittleAreCompared() {
    var random = SplitMix64(seed: 1)
    let truth = (0..<100_000).map { _ in UInt32.random(in: 97...122, using: &random) }
    var reading = truth
    for place in stride(from: 500, to: 100_000, by: 5_000) { reading[place] = 63 }
    reading.remove(at: 50_000)
    let counts = EditCounts(of: reading, against: truth)
    #expect(counts.substitutions == 20)
    #expect(counts.deletions == 1)
    #expect(counts.insertions == 0)
  }
}
