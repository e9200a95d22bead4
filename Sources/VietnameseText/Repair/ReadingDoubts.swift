internal import Foundation

/// How much likelier than usual each word of a reading is misread, by how sure the engine was of it.
///
/// What an engine is sure of is wrong three times in ten thousand, what it is less sure of than of
/// nine tenths one time in ten: a word that the language would rather have otherwise is put right
/// the more easily, the less sure its reading was.
package struct ReadingDoubts: Sendable {
  /// P(misread | confidence) / P(right | confidence), relative to that of all words, as a logarithm;
  /// counted on drawn letters, straight lines between.
  private static let curve: [(confidence: Double, doubt: Double)] = [
    (0.75, 4), (0.86, 3.5), (0.93, 1.2), (0.96, -2),
  ]

  /// A confidence that says nothing of a word.
  package static let neutral = 0.95

  private var starts: [Int] = []
  private var factors: [Float] = []

  /// Creates doubts about nothing.
  package init() {}

  /// Notes that the word at the byte `start`, behind all that were noted, was read with `confidence`.
  package mutating func append(confidence: Double, at start: Int) {
    starts.append(start)
    factors.append(confidence == Self.neutral ? 1 : Self.factor(of: confidence))
  }

  /// By what to multiply the odds that the word which holds the byte at `place` was misread.
  func factor(at place: Int) -> Float {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? factors[low - 1] : 1
  }

  private static func factor(of confidence: Double) -> Float {
    guard let (first, last) = curve.first.flatMap({ first in curve.last.map { (first, $0) } })
    else { return 1 }
    if confidence <= first.confidence { return Float(exp(first.doubt)) }
    if confidence >= last.confidence { return Float(exp(last.doubt)) }
    for (left, right) in zip(curve, curve.dropFirst()) where confidence <= right.confidence {
      let share = (confidence - left.confidence) / (right.confidence - left.confidence)
      return Float(exp(left.doubt + share * (right.doubt - left.doubt)))
    }
    return 1
  }
}
