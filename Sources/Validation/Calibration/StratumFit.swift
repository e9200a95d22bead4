import Documents
import Foundation

/// The model of one stratum, fitted to labelled values.
struct StratumFit {
  /// The weights of the features.
  let weights: [String: Double]
  /// The score of each value by a model that was not fitted to it.
  let scores: [Double]

  /// Cases are dealt into so many parts; each part is scored by a model fitted to the others.
  private static let parts = 4
  /// The penalties on the constant, on the common weights, and on those of one group, kind or field.
  private static let leastPenalty = 0.01
  private static let commonPenalty = 0.5
  private static let specialPenalty = 1.0
  /// Below so many wrong values there is nothing to learn weights from.
  private static let leastWrong = 5

  /// Fits `samples`, whose features are given by `features`.
  init(
    samples: [Calibration.Sample],
    features: (Calibration.Sample) -> [EvidenceFeatures.Feature]
  ) {
    guard samples.count(where: { !$0.wasRight }) >= Self.leastWrong else {
      weights = [:]
      scores = samples.map { _ in 0 }
      return
    }
    var indices: [String: Int] = [:]
    var names: [String] = []
    var penalties: [Double] = []
    let rows = samples.map { sample in
      var row = LogisticFit.Row(indices: [], values: [], isRight: sample.wasRight)
      for feature in features(sample) {
        let index =
          indices[feature.name]
          ?? {
            names.append(feature.name)
            penalties.append(
              names.count == 1
                ? Self.leastPenalty : feature.isSpecial ? Self.specialPenalty : Self.commonPenalty)
            indices[feature.name] = names.count - 1
            return names.count - 1
          }()
        row.indices.append(index)
        row.values.append(feature.value)
      }
      let order = row.indices.indices.sorted { row.indices[$0] < row.indices[$1] }
      row.indices = order.map { row.indices[$0] }
      row.values = order.map { row.values[$0] }
      return row
    }
    let fit = LogisticFit(penalties: penalties)
    var scores = [Double](repeating: 0, count: samples.count)
    for part in 0..<Self.parts {
      let others = zip(samples, rows).filter { $0.0.origin % Self.parts != part }.map(\.1)
      let model = fit.weights(for: others)
      for index in rows.indices where samples[index].origin % Self.parts == part {
        scores[index] = LogisticFit.score(model, rows[index])
      }
    }
    let model = fit.weights(for: rows)
    self.scores = scores
    weights = Dictionary(
      uniqueKeysWithValues: zip(names, model.map { ($0 * 10_000).rounded() / 10_000 }))
  }
}
