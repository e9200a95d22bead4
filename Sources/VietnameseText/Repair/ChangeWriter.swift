/// Writes the text with its changes, and lists them.
struct ChangeWriter {
  private let source: [UInt8]
  private var pending: [(range: Range<Int>, text: [UInt8], probability: Float, TextCondition)] = []
  private var leastKept: Float = 1
  private var done = 0
  private var line = 1
  private var column = 1

  init(source: [UInt8]) {
    self.source = source
  }

  /// Notes what was decided for `tokens`.
  mutating func note(_ decisions: [TokenDecision], _ tokens: [Token], _ condition: TextCondition) {
    for decision in decisions {
      let range =
        tokens[decision.tokens.lowerBound]
        .range.lowerBound..<tokens[decision.tokens.upperBound - 1].range.upperBound
      guard let text = decision.text, !isSame(text, source[range]) else {
        leastKept = min(leastKept, decision.probability)
        continue
      }
      pending.append((range, text, decision.probability, condition))
    }
  }

  /// Whether both are one word but for the place of the tone.
  private func isSame(_ text: [UInt8], _ seen: ArraySlice<UInt8>) -> Bool {
    text.elementsEqual(seen) || WordForm.withToneOnFirstVowel(Array(seen)) == text
  }

  /// Writes the text up to the last change noted.
  mutating func write(into output: inout RepairedText) {
    pending.sort { $0.range.lowerBound < $1.range.lowerBound }
    for (range, text, probability, condition) in pending where range.lowerBound >= done {
      copy(to: range.lowerBound, into: &output.text)
      output.changes.append(
        TextChange(
          offset: range.lowerBound, line: line, column: column,
          from: String(decoding: source[range], as: UTF8.self),
          to: String(decoding: text, as: UTF8.self), probability: probability,
          condition: condition))
      output.text.append(contentsOf: text)
      advance(over: range)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes what is left.
  mutating func finish(_ output: inout RepairedText) {
    write(into: &output)
    copy(to: source.count, into: &output.text)
    output.leastKept = leastKept
  }

  private mutating func copy(to end: Int, into output: inout [UInt8]) {
    output.append(contentsOf: source[done..<end])
    advance(over: done..<end)
  }

  private mutating func advance(over range: Range<Int>) {
    for place in range {
      if source[place] == 0x0A {
        line += 1
        column = 1
      } else if source[place] & 0xC0 != 0x80 {
        column += 1
      }
    }
    done = range.upperBound
  }
}
