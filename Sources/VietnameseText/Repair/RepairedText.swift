/// A text after repair.
public struct RepairedText: Sendable {
  /// The text, in UTF-8 and NFC.
  public var text: [UInt8]
  /// The changes, in order.
  public var changes: [TextChange]
  /// How likely the least likely of the words is that stay as they were, 0 … 1.
  public var leastKept: Float = 1
  /// The condition that most words were in.
  public var condition: TextCondition
}
