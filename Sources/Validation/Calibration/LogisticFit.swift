import Foundation

/// Fits a logistic model with a penalty on its weights: Newton's method, the same for the same rows.
struct LogisticFit {
  /// A labelled row: the numbers of its features, by the features' indices.
  struct Row {
    var indices: [Int]
    var values: [Double]
    var isRight: Bool
  }

  /// The penalty on each weight's square.
  let penalties: [Double]

  private static let rounds = 12

  /// The weights that explain `rows` best.
  func weights(for rows: [Row]) -> [Double] {
    let count = penalties.count
    var weights = [Double](repeating: 0, count: count)
    var cost = self.cost(weights, rows)
    for _ in 0..<Self.rounds {
      var gradient = zip(penalties, weights).map { $0 * $1 }
      var curvature = [Double](repeating: 0, count: count * count)
      for index in 0..<count { curvature[index * count + index] = penalties[index] + 1e-9 }
      for row in rows {
        let probability = Self.probability(weights, row)
        let error = probability - (row.isRight ? 1 : 0)
        let spread = max(1e-9, probability * (1 - probability))
        for (place, index) in row.indices.enumerated() {
          gradient[index] += error * row.values[place]
          let scaled = spread * row.values[place]
          for other in 0...place {
            curvature[index * count + row.indices[other]] += scaled * row.values[other]
          }
        }
      }
      guard let step = Self.solved(&curvature, gradient) else { break }
      var share = 1.0
      var isBetter = false
      while share > 0.01, !isBetter {
        let next = zip(weights, step).map { $0 - share * $1 }
        let nextCost = self.cost(next, rows)
        if nextCost < cost {
          isBetter = true
          let gain = cost - nextCost
          (weights, cost) = (next, nextCost)
          if gain < 1e-6 * cost { return weights }
        }
        share /= 2
      }
      if !isBetter { break }
    }
    return weights
  }

  private func cost(_ weights: [Double], _ rows: [Row]) -> Double {
    let penalty = zip(penalties, weights).reduce(0) { $0 + 0.5 * $1.0 * $1.1 * $1.1 }
    return rows.reduce(penalty) { sum, row in
      let score = Self.score(weights, row)
      let signed = row.isRight ? score : -score
      return sum + (signed > 0 ? log1p(exp(-signed)) : log1p(exp(signed)) - signed)
    }
  }

  /// The sum of the weighted features of `row`.
  static func score(_ weights: [Double], _ row: Row) -> Double {
    var sum = 0.0
    for (place, index) in row.indices.enumerated() { sum += weights[index] * row.values[place] }
    return sum
  }

  private static func probability(_ weights: [Double], _ row: Row) -> Double {
    1 / (1 + exp(-score(weights, row)))
  }

  /// Solves a symmetric system whose lower triangle is given (Cholesky); nil when it is singular.
  private static func solved(_ matrix: inout [Double], _ right: [Double]) -> [Double]? {
    let count = right.count
    for column in 0..<count {
      for row in column..<count {
        var sum = matrix[row * count + column]
        for index in 0..<column {
          sum -= matrix[row * count + index] * matrix[column * count + index]
        }
        if row == column {
          guard sum > 0 else { return nil }
          matrix[row * count + row] = sum.squareRoot()
        } else {
          matrix[row * count + column] = sum / matrix[column * count + column]
        }
      }
    }
    var result = right
    for row in 0..<count {
      for index in 0..<row { result[row] -= matrix[row * count + index] * result[index] }
      result[row] /= matrix[row * count + row]
    }
    for row in (0..<count).reversed() {
      for index in (row + 1)..<max(row + 1, count) {
        result[row] -= matrix[index * count + row] * result[index]
      }
      result[row] /= matrix[row * count + row]
    }
    return result
  }
}
