public import Documents

/// The score of a corpus: its cases, and their sums by set, tier and field.
public struct CorpusScore: Sendable {
  /// A part of the corpus and what came of it.
  public struct Part: Hashable, Codable, Sendable {
    /// The part's name: a set, a tier or a field.
    public var name: String
    /// Its fields.
    public var tally: Tally
    /// Its cases; 0 for a field.
    public var cases: Int
    /// Its cases whose documents were all accepted.
    public var zeroTouch: Int
  }

  /// A doubt and how many cases it kept from being accepted.
  public struct Doubt: Hashable, Codable, Sendable {
    /// The reason's code and its field.
    public var name: String
    /// How many cases.
    public var cases: Int
  }

  /// The cases, by name.
  public var cases: [CaseScore]

  /// Creates the score of `cases`.
  public init(cases: [CaseScore]) { self.cases = cases.sorted { $0.name < $1.name } }

  /// Everything.
  public var total: Part { part("all", of: cases) }

  /// One part for each set.
  public var bySet: [Part] { parts(\.set) }

  /// One part for each tier.
  public var byTier: [Part] { parts(\.tier) }

  /// One part for each set and tier.
  public var bySetAndTier: [Part] { parts { "\($0.set) \($0.tier)" } }

  /// One part for each field of each kind.
  public var byField: [Part] {
    var tallies: [String: Tally] = [:]
    for score in cases.flatMap(\.fields) {
      tallies["\(score.kind.rawValue) \(score.key)", default: Tally()].add(score)
    }
    return tallies.map { Part(name: $0.key, tally: $0.value, cases: 0, zeroTouch: 0) }
      .sorted { $0.name < $1.name }
  }

  /// How often values of a stated confidence were right.
  public var calibration: CalibrationCurve { CalibrationCurve(of: cases.lazy.flatMap(\.fields)) }

  /// The same for each group of fields, which `group` names.
  public func calibration(by group: (FieldKey) -> String) -> [String: CalibrationCurve] {
    Dictionary(grouping: cases.flatMap(\.fields)) { group($0.key) }
      .mapValues { CalibrationCurve(of: $0) }
  }

  /// What kept cases from being accepted, the most frequent first.
  public var doubts: [Doubt] {
    var counts: [String: Int] = [:]
    for name in cases.flatMap(\.doubts) { counts[name, default: 0] += 1 }
    return counts.map { Doubt(name: $0.key, cases: $0.value) }
      .sorted { ($1.cases, $0.name) < ($0.cases, $1.name) }
  }

  /// Cases in which a document that is none of ours was accepted.
  public var acceptedForeign: [String] { cases.filter(\.acceptsForeign).map(\.name) }

  /// The median wall time of a case in milliseconds.
  public var medianMilliseconds: Double {
    let times = cases.map(\.milliseconds).sorted()
    return times.isEmpty ? 0 : times[times.count / 2]
  }

  private func parts(_ name: (CaseScore) -> String) -> [Part] {
    Dictionary(grouping: cases, by: name).map { part($0.key, of: $0.value) }
      .sorted { $0.name < $1.name }
  }

  private func part(_ name: String, of cases: [CaseScore]) -> Part {
    var tally = Tally()
    for score in cases.lazy.flatMap(\.fields) { tally.add(score) }
    return Part(
      name: name, tally: tally, cases: cases.count,
      zeroTouch: cases.filter(\.isZeroTouch).count)
  }
}
