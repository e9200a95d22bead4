/// How long the stages took, in milliseconds of wall time.
public struct Timing: Hashable, Codable, Sendable {
  public var decodeMs: Double
  public var prepareMs: Double
  public var readMs: Double
  public var repairMs: Double
  public var totalMs: Double

  /// Creates a timing; all zero by default.
  public init(
    decodeMs: Double = 0, prepareMs: Double = 0, readMs: Double = 0, repairMs: Double = 0,
    totalMs: Double = 0
  ) {
    self.decodeMs = decodeMs
    self.prepareMs = prepareMs
    self.readMs = readMs
    self.repairMs = repairMs
    self.totalMs = totalMs
  }
}
