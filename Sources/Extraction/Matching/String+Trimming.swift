extension StringProtocol {
  /// The text without characters at its edges that satisfy `condition`.
  func trimming(_ condition: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let first = text.first, condition(first) { text.removeFirst() }
    while let last = text.last, condition(last) { text.removeLast() }
    return String(text)
  }
}
