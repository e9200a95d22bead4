/// How long the stages took, in milliseconds of wall time.
public struct Timing: Hashable, Codable, Sendable {
  /// Decoding the file.
  public var decodeMs: Double
  /// Preparing the pages.
  public var prepareMs: Double
  /// Reading print and codes.
  public var readMs: Double
  /// Extracting, repairing and judging the fields.
  public var repairMs: Double
  /// Everything together.
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
