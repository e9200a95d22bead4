/// A change that a repair made.
public struct TextChange: Hashable, Sendable {
  /// Where the changed text began, in bytes of UTF-8 from the beginning of the text.
  public var offset: Int
  /// Its line, from 1.
  public var line: Int
  /// Its place in the line, in Unicode scalars from 1.
  public var column: Int
  /// What stood there.
  public var from: String
  /// What stands there now.
  public var to: String
  /// How likely the new text is, 0 … 1.
  public var probability: Float
  /// What the paragraph was taken for.
  public var condition: TextCondition
}
