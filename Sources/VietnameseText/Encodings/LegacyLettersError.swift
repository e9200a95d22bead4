/// The table of old encodings cannot be used.
public struct LegacyLettersError: Error, Hashable, CustomStringConvertible {
  /// Where it stands.
  public let path: String

  /// Says which file it is, and the way out.
  public var description: String {
    "the dictionary \(path) does not have the columns or rows of this version; install it again"
  }
}
