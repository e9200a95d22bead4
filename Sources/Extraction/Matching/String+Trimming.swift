extension StringProtocol {
  /// The text without characters at its edges that satisfy `condition`.
  func trimming(_ condition: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let first = text.first, condition(first) { text.removeFirst() }
    return String(text.trimmingEnd(condition))
  }

  /// The text without the longest tail of characters that satisfy `condition`.
  func trimmingEnd(_ condition: (Character) -> Bool) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, condition(last) { rest = rest.dropLast() }
    return rest
  }
}
