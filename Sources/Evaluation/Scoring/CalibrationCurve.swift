internal import Documents

/// How often values of a stated confidence were right.
public struct CalibrationCurve: Hashable, Codable, Sendable {
  /// One range of confidence.
  public struct Bin: Hashable, Codable, Sendable {
    /// The lowest confidence of the range.
    public var from: Double
    /// The confidence at which the next range begins; the last one includes 1.
    public var to: Double
    /// How many values stated a confidence in the range.
    public var count: Int
    /// How many of them were right.
    public var right: Int
    /// The mean of their confidences.
    public var meanConfidence: Double
  }

  /// The ranges, from low to high, finer towards 1.
  public var bins: [Bin]

  /// The mean distance between stated confidence and share right, weighted by count.
  public var expectedError: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    return bins.reduce(0) { sum, bin in
      guard bin.count > 0 else { return sum }
      let share = Double(bin.right) / Double(bin.count)
      return sum + abs(share - bin.meanConfidence) * Double(bin.count) / Double(total)
    }
  }

  /// How many values state a confidence of 0.999 or more, and how many of them are wrong.
  public var certain: (count: Int, wrong: Int) {
    bins.filter { $0.from >= 0.999 }.reduce((0, 0)) {
      ($0.0 + $1.count, $0.1 + $1.count - $1.right)
    }
  }

  /// How many values it is drawn of.
  public var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// Draws the curve of `scores`; values that were not found do not count.
  public init(of scores: some Sequence<FieldScore>) {
    self.init(
      of: scores.compactMap { score in
        guard score.found != nil, let confidence = score.confidence?.rawValue else { return nil }
        return Sample(confidence: confidence, wasRight: score.outcome.isRight)
      })
  }

  /// A stated confidence, and whether what it was stated of was right.
  public struct Sample: Hashable, Sendable {
    /// The confidence, 0 … 1.
    public var confidence: Double
    /// Whether it was right.
    public var wasRight: Bool

    /// Creates a sample.
    public init(confidence: Double, wasRight: Bool) {
      self.confidence = confidence
      self.wasRight = wasRight
    }
  }

  /// Draws the curve of `samples`.
  public init(of samples: [Sample]) {
    let edges = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9995, 1]
    var bins = zip(edges, edges.dropFirst()).map {
      Bin(from: $0, to: $1, count: 0, right: 0, meanConfidence: 0)
    }
    for sample in samples {
      let position = bins.lastIndex { $0.from <= sample.confidence } ?? 0
      bins[position].count += 1
      bins[position].right += sample.wasRight ? 1 : 0
      bins[position].meanConfidence += sample.confidence
    }
    for position in bins.indices where bins[position].count > 0 {
      bins[position].meanConfidence /= Double(bins[position].count)
    }
    self.bins = bins
  }
}
