/// A place where a text says something else than it said before.
public struct WordChange: Hashable, Sendable {
  /// What stood there; several words where they were merged, none where words were put in.
  public var from: String
  /// What stands there now.
  public var to: String

  /// Creates a change.
  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }

  /// The places where `output` differs from `input`, word by word, with white space folded.
  ///
  /// Unlike in scoring nothing else is folded: a tone that moves within its syllable is a change.
  public static func changes(from input: String, to output: String) -> [WordChange] {
    let before = input.split(whereSeparator: \.isWhitespace)
    let after = output.split(whereSeparator: \.isWhitespace)
    // Bytes, because strings with other code points for the same letters are equal.
    let alignment = WordAlignment(
      of: after.map { Array($0.utf8) }, against: before.map { Array($0.utf8) })
    var changes: [WordChange] = []
    var nextBefore = 0
    var from: [Substring] = []
    var to: [Substring] = []
    func close() {
      guard !from.isEmpty || !to.isEmpty else { return }
      changes.append(
        WordChange(from: from.joined(separator: " "), to: to.joined(separator: " ")))
      from = []
      to = []
    }
    for (place, word) in after.enumerated() {
      guard let match = alignment.truthOfReading[place] else {
        to.append(word)
        continue
      }
      from += before[nextBefore..<match]
      nextBefore = match + 1
      if alignment.isRight[place] {
        close()
      } else {
        from.append(before[match])
        to.append(word)
      }
    }
    from += before[nextBefore...]
    close()
    return changes
  }
}
