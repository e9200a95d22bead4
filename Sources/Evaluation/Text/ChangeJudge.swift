internal import VietnameseText

/// Tells which of the changes of a repair were right, by aligning the repaired text with its truth.
///
/// A change is right when every run of letters and digits that it touches in the repaired text
/// equals the one of the truth that it stands for; tone placement is folded.
public struct ChangeJudge: Sendable {
  private let truth: String

  /// Judges against `truth`.
  public init(truth: String) { self.truth = truth }

  /// Whether each of `changes` was right; nil for changes that do not fit `input`.
  ///
  /// Changes must be in the order of their offsets and must not overlap.
  public func judgements(of changes: [StatedChange], in input: String) -> [Bool]? {
    guard let (output, places) = Self.apply(changes, to: input) else { return nil }
    let isRight = rightRuns(of: output)
    var judgements: [Bool] = []
    var next = 0
    for place in places {
      while next < isRight.count, isRight[next].range.upperBound <= place.lowerBound { next += 1 }
      var index = next
      var verdict = true
      while index < isRight.count, isRight[index].range.lowerBound < place.upperBound {
        verdict = verdict && isRight[index].isRight
        index += 1
      }
      judgements.append(verdict)
    }
    return judgements
  }

  private struct JudgedRun {
    var range: Range<Int>
    var isRight: Bool
  }

  /// The runs of `output`; aligned line by line when it has as many lines as the truth.
  private func rightRuns(of output: String) -> [JudgedRun] {
    let outputLines = output.split(separator: "\n", omittingEmptySubsequences: false)
    let truthLines = truth.split(separator: "\n", omittingEmptySubsequences: false)
    guard outputLines.count == truthLines.count else {
      return Self.judged(output, against: truth, at: 0)
    }
    var runs: [JudgedRun] = []
    var offset = 0
    for (line, truth) in zip(outputLines, truthLines) {
      runs += Self.judged(String(line), against: String(truth), at: offset)
      offset += line.utf8.count + 1
    }
    return runs
  }

  private static func judged(
    _ output: String, against truth: String, at offset: Int
  ) -> [JudgedRun] {
    let found = LetterRuns(in: output, withDigits: true).runs
    let expected = LetterRuns(in: truth, withDigits: true).runs
    let alignment = WordAlignment(of: found.map(compared), against: expected.map(compared))
    return zip(found, alignment.isRight).map { run, isRight in
      JudgedRun(
        range: run.range.lowerBound + offset..<run.range.upperBound + offset, isRight: isRight)
    }
  }

  private static func compared(_ run: LetterRuns.Run) -> String {
    String(run.text).normalized().foldingTonePlacement()
  }

  /// The text after the changes, and where each of them stands in it.
  private static func apply(
    _ changes: [StatedChange], to input: String
  ) -> (String, [Range<Int>])? {
    let bytes = Array(input.utf8)
    var output: [UInt8] = []
    var places: [Range<Int>] = []
    var position = 0
    for change in changes {
      let from = Array(change.from.utf8)
      guard change.offset >= position, change.offset + from.count <= bytes.count,
        bytes[change.offset..<change.offset + from.count].elementsEqual(from)
      else { return nil }
      output += bytes[position..<change.offset]
      let start = output.count
      output += Array(change.to.utf8)
      places.append(start..<output.count)
      position = change.offset + from.count
    }
    output += bytes[position...]
    return (String(decoding: output, as: UTF8.self), places)
  }
}
