import Documents

/// Counts how often scored values of a stratum were wrong: all, by group of fields, and by field.
struct StepCount {
  /// A labelled value with the score that its evidence has.
  struct Value {
    var score: Double
    var wasRight: Bool
    var group: String
    var key: FieldKey
  }

  /// The steps of all values.
  let steps: [CalibrationStep]
  /// The steps of the groups of fields.
  let groups: [String: [CalibrationStep]]
  /// The steps of the fields.
  let fields: [String: [CalibrationStep]]

  /// A step of all values is made of so many at least.
  private static let least = 100
  /// A step of a group's or field's values is made of so many at least; errors gather in a small low
  /// tail, which larger shares would mix with what is right.
  private static let leastOfOwn = 30
  private static let sharesOfOwn = 20

  init(values: [Value]) {
    steps = CalibrationStep.steps(
      of: values.map { ($0.score, $0.wasRight) }, least: Self.least)
    groups = Dictionary(grouping: values, by: \.group).compactMapValues(Self.own)
    fields = Dictionary(grouping: values, by: \.key.rawValue).compactMapValues(Self.own)
  }

  private static func own(_ values: [Value]) -> [CalibrationStep]? {
    guard values.count >= leastOfOwn else { return nil }
    return CalibrationStep.steps(
      of: values.map { ($0.score, $0.wasRight) }, least: leastOfOwn, shares: sharesOfOwn,
      keepsEqual: true)
  }
}
