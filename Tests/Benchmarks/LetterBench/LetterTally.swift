import Documents
import Evaluation
import VietnameseText

/// What was right in the letters of one tier.
struct LetterTally {
  private(set) var letters = 0
  private(set) var right: [String: Int] = [:]
  private(set) var count: [String: Int] = [:]
  /// Values where the paper has none.
  private(set) var invented = 0
  var ours = EditCounts()
  var peer = EditCounts()
  var ourSeconds = 0.0
  var peerSeconds = 0.0
  var pages = 0

  /// Letters that nobody needs to look at, and wrong values in them.
  private(set) var accepted = 0
  private(set) var silent = 0

  /// Counts the fields of one letter, and returns those that are wrong; one that is `byHand` may as
  /// well be without a value.
  mutating func add(
    _ truth: [String: FieldValue?], byHand: Set<String>, read: [FieldKey: Field],
    isAccepted: Bool
  ) -> [(field: String, truth: FieldValue?, read: FieldValue?)] {
    letters += 1
    accepted += isAccepted ? 1 : 0
    var wrong: [(field: String, truth: FieldValue?, read: FieldValue?)] = []
    for (key, value) in truth.sorted(by: { $0.key < $1.key }) {
      let reading = read[FieldKey(rawValue: key)]?.value.map(Self.normalized)
      if byHand.contains(key), reading == nil { continue }
      count[key, default: 0] += 1
      if reading == value.map(Self.normalized) {
        right[key, default: 0] += 1
      } else {
        wrong.append((key, value, reading))
        if value == nil { invented += 1 }
        silent += isAccepted ? 1 : 0
      }
    }
    return wrong
  }

  /// The share of right values over all fields.
  var share: Double {
    Double(right.values.reduce(0, +)) / Double(max(1, count.values.reduce(0, +)))
  }

  static func normalized(_ value: FieldValue) -> FieldValue {
    switch value {
    case .text(let text): .text(text.normalized().foldingWhiteSpace())
    case .list(let items): .list(items.map { $0.normalized().foldingWhiteSpace() })
    case .rows: value
    }
  }

  /// The differences between the words of `text` and those of `truth`, what stands around apart.
  static func difference(_ text: String, from truth: [String]) -> EditCounts {
    func words(_ text: String) -> [String] {
      text.normalized().split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return EditCounts(
      of: words(text), against: words(truth.joined(separator: " ")), span: .withinTruth)
  }
}
