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
      # Source: scripts/measure letters, drawn letters of all tiers.
      field\tleast\tright\tcount\tconfidence

      """
    for (key, values) in values.sorted(by: { $0.key < $1.key }) {
      var rest = values.sorted { $0.score > $1.score }[...]
      while !rest.isEmpty {
        let take = rest.count < 2 * Self.size ? rest.count : Self.size
        let step = rest.prefix(take)
        rest = rest.dropFirst(take)
        let right = step.count(where: \.isRight)
        let least = rest.isEmpty ? 0 : (step.last?.score ?? 0)
        let confidence = (Double(right) - 0.5) / Double(step.count)
        text +=
          "\(key)\t\(Self.places(least))\t\(right)\t\(step.count)\t\(Self.places(max(0, confidence)))\n"
      }
    }
    return text
  }

  private static func places(_ value: Double) -> String {
    "\((value * 10_000).rounded(.down) / 10_000)"
  }
}
