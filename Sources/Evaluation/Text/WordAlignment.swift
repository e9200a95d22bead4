/// Which parts of a reading stand for which parts of its truth, with the fewest errors.
public struct WordAlignment: Hashable, Sendable {
  /// For each part of the reading the part of the truth it stands for, equal or substituted; nil
  /// where it is an insertion.
  public private(set) var truthOfReading: [Int?]
  /// For each part of the reading whether it equals the part of the truth it stands for.
  public private(set) var isRight: [Bool]

  /// Aligns `reading` with `truth`.
  ///
  /// The memory grows with the lengths (Hirschberg 1975), the work with their product where they
  /// differ.
  public init<Part: Hashable>(of reading: [Part], against truth: [Part]) {
    var codes = PartCodes<Part>()
    let truthCodes = codes.codes(of: truth)
    let readingCodes = codes.codes(of: reading)
    truthOfReading = Array(repeating: nil, count: reading.count)
    isRight = Array(repeating: false, count: reading.count)
    align(truthCodes[...], readingCodes[...])
    for (place, match) in truthOfReading.enumerated() {
      if let match { isRight[place] = truthCodes[match] == readingCodes[place] }
    }
  }

  /// How many parts of the reading are right.
  public var rightCount: Int { isRight.count { $0 } }

  private mutating func align(_ truth: ArraySlice<UInt32>, _ reading: ArraySlice<UInt32>) {
    let (innerTruth, innerReading) = EditProgramme.withoutCommonEnds(truth, reading)
    for offset in 0..<(innerReading.startIndex - reading.startIndex) {
      truthOfReading[reading.startIndex + offset] = truth.startIndex + offset
    }
    for offset in 1..<(reading.endIndex - innerReading.endIndex + 1) {
      truthOfReading[reading.endIndex - offset] = truth.endIndex - offset
    }
    guard !innerTruth.isEmpty, !innerReading.isEmpty else { return }
    guard innerTruth.count > 1 else {
      let place = innerReading.firstIndex(of: innerTruth[innerTruth.startIndex])
      truthOfReading[place ?? innerReading.startIndex] = innerTruth.startIndex
      return
    }
    let half = innerTruth.startIndex + innerTruth.count / 2
    let before = EditProgramme.costsOfBeginnings(innerTruth[..<half], innerReading)
    let after = EditProgramme.costsOfBeginnings(
      Array(innerTruth[half...].reversed())[...], Array(innerReading.reversed())[...])
    var best = 0
    for cut in before.indices
    where before[cut] + after[innerReading.count - cut]
      < before[best] + after[innerReading.count - best]
    {
      best = cut
    }
    let cut = innerReading.startIndex + best
    align(innerTruth[..<half], innerReading[..<cut])
    align(innerTruth[half...], innerReading[cut...])
  }
}
