public import Documents

/// What a worker answers: everything found in a source and, where they were wanted, its pictures.
public struct WorkResult: Hashable, Sendable {
  /// What was found.
  public var result: SourceResult
  /// The upright pages as JPEG, by 1-based number; empty unless the request wanted them.
  public var pictures: [Int: [UInt8]]
  /// What else was found, in the form that the worker's body and its caller agree on.
  public var attachment: [UInt8]

  /// Creates an answer.
  public init(
    result: SourceResult, pictures: [Int: [UInt8]] = [:], attachment: [UInt8] = []
  ) {
    self.result = result
    self.pictures = pictures
    self.attachment = attachment
  }
}
