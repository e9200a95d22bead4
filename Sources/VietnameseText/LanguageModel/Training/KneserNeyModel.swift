import Foundation

/// An n-gram model by interpolated modified Kneser-Ney smoothing (Chen and Goodman 1998), pruned to
/// a size.
struct KneserNeyModel {
  /// Sorted keys of each order, as `NGramCounts` packs them; only those kept.
  private(set) var keys: [[UInt64]]
  /// P(last word | words before) of each key.
  private(set) var probabilities: [[Float]]
  /// What the probabilities of a shorter context are multiplied with, for keys as contexts.
  private(set) var backoffs: [[Float]] = []

  /// Estimates a model of `vocabulary` words from `counts`, and prunes it to the n-grams that help
  /// most for `budget` bytes.
  init(_ counts: NGramCounts, vocabulary: Int, budget: Int) {
    keys = counts.keys
    probabilities = []
    estimate(counts, vocabulary: vocabulary)
    prune(occurrences: counts.occurrences, budget: budget)
    weighBackoffs()
  }

  // MARK: Estimation

  private mutating func estimate(_ counts: NGramCounts, vocabulary: Int) {
    var shorter: [Float] = []
    for order in 1...NGramCounts.order {
      let keys = counts.keys[order - 1]
      let counts = counts.counts[order - 1]
      let discount = Discount(counts)
      var result = [Float](repeating: 0, count: keys.count)
      var start = 0
      while start < keys.count {
        var end = start
        var total = 0.0
        var spared = 0.0
        let context = keys[start] >> 16
        while end < keys.count, keys[end] >> 16 == context {
          total += Double(counts[end])
          spared += discount.of(counts[end])
          end += 1
        }
        for place in start..<end {
          let own = (Double(counts[place]) - discount.of(counts[place])) / total
          let lower: Double
          if order == 1 {
            lower = 1 / Double(vocabulary)
          } else {
            let mask: UInt64 = (1 << (16 * UInt64(order - 1))) - 1
            lower = Double(shorter[Self.find(keys[place] & mask, in: self.keys[order - 2]) ?? 0])
          }
          result[place] = Float(own + spared / total * lower)
        }
        start = end
      }
      probabilities.append(result)
      shorter = result
    }
    // Every word of the vocabulary has a probability, seen or not.
    fillUnigrams(vocabulary: vocabulary)
  }

  private mutating func fillUnigrams(vocabulary: Int) {
    let least = probabilities[0].min() ?? 1
    var filled = [Float](repeating: least / 2, count: vocabulary)
    for (key, probability) in zip(keys[0], probabilities[0]) { filled[Int(key)] = probability }
    let sum = filled.reduce(0.0) { $0 + Double($1) }
    keys[0] = (0..<UInt64(vocabulary)).map { $0 }
    probabilities[0] = filled.map { Float(Double($0) / sum) }
  }

  /// The discounts of modified Kneser-Ney, from the counts of counts.
  private struct Discount {
    private var amounts: [Double] = [0, 0, 0, 0]

    init(_ counts: [UInt32]) {
      var n = [Double](repeating: 0, count: 5)
      for count in counts where count < 5 { n[Int(count)] += 1 }
      let y = n[1] + n[2] > 0 ? n[1] / (n[1] + 2 * n[2]) : 0.5
      for count in 1...3 {
        let ratio = n[count] > 0 ? n[count + 1] / n[count] : 0.5
        amounts[count] = min(Double(count), max(0.1, Double(count) - Double(count + 1) * y * ratio))
      }
    }

    func of(_ count: UInt32) -> Double { amounts[Int(min(count, 3))] }
  }

  // MARK: Pruning

  /// Bytes of an n-gram in the file: longest ones have a word and a probability, others a back-off
  /// and the place of their children as well.
  private static let bytesPerKey = [0, 6, 6, 3]

  /// Keeps what tells most more than the shorter context: the occurrences times the logarithm of
  /// what the longer context changes (Seymore and Rosenfeld 1996).
  private mutating func prune(occurrences: [[UInt32]], budget: Int) {
    let gains = (2...NGramCounts.order).map { order in
      let mask: UInt64 = (1 << (16 * UInt64(order - 1))) - 1
      return keys[order - 1].indices.map { place -> Float in
        let shorter = Self.find(keys[order - 1][place] & mask, in: keys[order - 2]) ?? 0
        let change = log(probabilities[order - 1][place] / probabilities[order - 2][shorter])
        return Float(occurrences[order - 1][place]) * abs(change)
      }
    }
    var low: Float = 0
    var high: Float = 4096
    for _ in 0..<24 {
      let middle = (low + high) / 2
      let kept = keep(gains, above: middle)
      let size = (1..<NGramCounts.order).reduce(0) { sum, index in
        sum + Self.bytesPerKey[index] * kept[index - 1].count { $0 }
      }
      if size > budget { low = middle } else { high = middle }
    }
    let kept = keep(gains, above: high)
    for index in 1..<NGramCounts.order {
      let flags = kept[index - 1]
      keys[index] = keys[index].indices.filter { flags[$0] }.map { keys[index][$0] }
      probabilities[index] = flags.indices.filter { flags[$0] }.map { probabilities[index][$0] }
    }
  }

  /// Which n-grams stay: those of enough gain, and the contexts of those that stay.
  private func keep(_ gains: [[Float]], above threshold: Float) -> [[Bool]] {
    var kept = gains.map { $0.map { $0 > threshold } }
    for index in stride(from: NGramCounts.order - 1, through: 2, by: -1) {
      var parent = 0
      for (place, key) in keys[index].enumerated() where kept[index - 1][place] {
        while keys[index - 1][parent] < key >> 16 { parent += 1 }
        kept[index - 2][parent] = true
      }
    }
    return kept
  }

  // MARK: Back-off

  private mutating func weighBackoffs() {
    backoffs = keys.dropLast().map { [Float](repeating: 1, count: $0.count) }
    for order in 2...NGramCounts.order {
      var parent = 0
      var start = 0
      while start < keys[order - 1].count {
        let context = keys[order - 1][start] >> 16
        var end = start
        var own = 0.0
        var shorter = 0.0
        while end < keys[order - 1].count, keys[order - 1][end] >> 16 == context {
          own += Double(probabilities[order - 1][end])
          let mask: UInt64 = (1 << (16 * UInt64(order - 1))) - 1
          shorter += Double(probability(keys[order - 1][end] & mask, order: order - 1))
          end += 1
        }
        while keys[order - 2][parent] < context { parent += 1 }
        backoffs[order - 2][parent] = Float(max(1e-6, 1 - own) / max(1e-6, 1 - shorter))
        start = end
      }
    }
  }

  /// P(last word | words before) by the kept n-grams.
  private func probability(_ key: UInt64, order: Int) -> Float {
    if order == 1 { return probabilities[0][Int(key)] }
    if let place = Self.find(key, in: keys[order - 1]) { return probabilities[order - 1][place] }
    let mask: UInt64 = (1 << (16 * UInt64(order - 1))) - 1
    let rest = probability(key & mask, order: order - 1)
    guard let context = Self.find(key >> 16, in: keys[order - 2]) else { return rest }
    return rest * backoffs[order - 2][context]
  }

  private static func find(_ key: UInt64, in keys: [UInt64]) -> Int? {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key ? low : nil
  }
}
