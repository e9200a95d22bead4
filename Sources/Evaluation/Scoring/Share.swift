/// How many of how many.
public struct Share: Hashable, Codable, Sendable {
  /// The cases, sides or values that count.
  public var of: Int
  /// Those of them for which it holds.
  public var hits: Int

  /// Creates a share; of nothing by default.
  public init(_ hits: Int = 0, of: Int = 0) {
    self.of = of
    self.hits = hits
  }

  /// The share, 0 … 1; nil of nothing.
  public var value: Double? { of == 0 ? nil : Double(hits) / Double(of) }

  /// The highest rate that fits none of so many, at 95 percent: the rule of three.
  public var boundOfNone: Double? { of == 0 ? nil : min(3 / Double(of), 1) }

  mutating func count(_ holds: Bool) {
    of += 1
    hits += holds ? 1 : 0
  }
}
