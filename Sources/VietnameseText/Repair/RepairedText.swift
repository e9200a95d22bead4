/// A text after repair.
public struct RepairedText: Sendable {
  /// The text, in UTF-8 and NFC.
  public var text: [UInt8]
  /// The changes, in order.
  public var changes: [TextChange]
  /// The condition that most words were in.
  public var condition: TextCondition
}
