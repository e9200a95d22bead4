/// How well the faults of captures are told: one reason code over the cases that say what is true.
public struct CaptureFigure: Hashable, Codable, Sendable {
  /// The reason code.
  public var code: String
  /// Cases with the fault.
  public var faulty = 0
  /// Those of them for which the reason was given.
  public var told = 0
  /// Cases that are labelled to be without the fault.
  public var sound = 0
  /// Those of them for which the reason was given all the same.
  public var falseAlarms = 0
  /// Sound cases that come near to the fault.
  public var near = 0
  /// Those of them for which the reason was given all the same.
  public var nearAlarms = 0

  /// Counts nothing yet.
  public init(code: String) { self.code = code }

  mutating func add(_ item: CaseScore, expected: [String]) {
    let isGiven = item.reasons.contains(code)
    guard !expected.contains(code) else {
      faulty += 1
      told += isGiven ? 1 : 0
      return
    }
    sound += 1
    falseAlarms += isGiven ? 1 : 0
    guard item.nearMiss == code else { return }
    near += 1
    nearAlarms += isGiven ? 1 : 0
  }
}

extension CorpusScore {
  /// One figure for each code that some label expects; empty where no label speaks of captures.
  public var captureFigures: [CaptureFigure] {
    let labelled = cases.compactMap { item in item.captures.map { (item, $0) } }
    return Set(labelled.flatMap(\.1)).sorted().map { code in
      var figure = CaptureFigure(code: code)
      for (item, expected) in labelled { figure.add(item, expected: expected) }
      return figure
    }
  }
}
