import Documents
import Pipeline

/// Counts how often values were right by the score of their evidence.
struct ConfidenceSteps {
  private struct Value {
    var score: Double
    var isRight: Bool
  }

  private var values: [String: [Value]] = [:]

  /// The values of a step; a smaller rest joins the one above.
  private static let size = 250
  /// What stands for every key: the score means the same for all.
  private static let anyKey = "*"

  /// Counts the values among `fields`, those in `wrong` apart; of other than `known` nothing is known.
  mutating func add(_ fields: [FieldKey: Field], wrong: Set<String>, known: Set<String>) {
    for (key, field) in fields where field.value != nil && known.contains(key.rawValue) {
      values[Self.anyKey, default: []].append(
        Value(
          score: LetterDecider.score(of: field), isRight: !wrong.contains(key.rawValue)))
    }
  }

  /// The table for `dictionaries/letters/confidence.tsv`.
  var table: String {
    var text = """
      # How often values of letters were right, by field and by the least score of their evidence; half a wrong value is always added.
      # Source: letter-bench --confidence, drawn letters of all tiers.
      field\tleast\tright\tcount\tconfidence

      """
    for (key, values) in values.sorted(by: { $0.key < $1.key }) {
      var rest = values.sorted { ($0.score, $0.isRight ? 1 : 0) > ($1.score, $1.isRight ? 1 : 0) }[
        ...]
      while !rest.isEmpty {
        let step = rest.prefix(Self.count(of: rest))
        rest = rest.dropFirst(step.count)
        let right = step.count(where: \.isRight)
        let least = rest.isEmpty ? 0 : (step.last?.score ?? 0)
        let confidence = 1 - (Double(step.count - right) + 0.5) / Double(step.count + 1)
        text +=
          "\(key)\t\(Self.places(least))\t\(right)\t\(step.count)\t\(Self.places(max(0, confidence)))\n"
      }
    }
    return text
  }

  /// How many of `values` make the first step: all that stand above the first wrong one where these are
  /// many, else so many that each step has its share.
  private static func count(of values: ArraySlice<Value>) -> Int {
    let wrong = values.firstIndex { !$0.isRight }
    let above = wrong.map { index in
      values.prefix { places($0.score) > places(values[index].score) }
    }
    let certain = above?.count ?? values.count
    if certain >= 2 * size { return certain }
    if values.count < 2 * size { return values.count }
    let last = places(values[values.startIndex + size - 1].score)
    return values.prefix { places($0.score) >= last }.count
  }

  private static func places(_ value: Double) -> Double {
    (value * 100_000).rounded(.down) / 100_000
  }
}
