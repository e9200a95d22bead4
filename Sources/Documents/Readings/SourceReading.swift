/// What was read from a source, or why it was refused: the recording that tests replay.
public struct SourceReading: Hashable, Codable, Sendable {
  /// Which file was read.
  public var source: SourceIdentity
  /// The pages in order.
  public var pages: [PageReading]
  /// Why the file could not be read, or parts of it; empty when all is well.
  public var findings: [Finding]

  /// Creates a source reading.
  public init(source: SourceIdentity, pages: [PageReading], findings: [Finding] = []) {
    self.source = source
    self.pages = pages
    self.findings = findings
  }
}
