internal import Documents
internal import VietnameseText

/// Lines of a text layer that stand together in one type.
struct LayerBlock {
  /// The places of its lines in the page.
  var lines: [Int]
  var box: PixelBox
  var survey: TextSurvey
  var kind: LayerKind

  /// The blocks of a page.
  static func blocks(
    of lines: [LayerLine], model: LanguageModel, _ limits: LayerKnowledge.Limits
  ) -> [LayerBlock] {
    let surveys = lines.map { TextSurvey($0.text, model: model) }
    let areStrange = strange(surveys, limits)
    var groups: [[Int]] = []
    for index in lines.indices {
      if let last = groups.last?.last, areStrange[last] == areStrange[index],
        isTogether(lines[last], lines[index])
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.map { group in
      let text = group.map { lines[$0].text }.joined(separator: "\n")
      let survey = TextSurvey(text, model: model)
      let box = group.dropFirst().reduce(lines[group[0]].box) { $0.union(lines[$1].box) }
      return LayerBlock(lines: group, box: box, survey: survey, kind: LayerKind(survey, limits))
    }
  }

  /// Whether a line with this survey looks like no Vietnamese.
  static func isStrange(_ survey: TextSurvey, _ limits: LayerKnowledge.Limits) -> Bool {
    survey.possibleShare < limits.noisePossible && survey.words > 0
      || survey.strayShare > limits.noiseStrays || survey.gluedShare > limits.noiseGlued
      || survey.unmappedShare > limits.mostUnmapped
  }

  /// Whether each line looks like no Vietnamese; lines of few words look like those before them.
  private static func strange(_ surveys: [TextSurvey], _ limits: LayerKnowledge.Limits) -> [Bool] {
    var isStrange = false
    var areStrange = surveys.map { survey in
      if survey.pieces >= 3 { isStrange = Self.isStrange(survey, limits) }
      // A word or two are strange by themselves only.
      let isNoise = survey.glued + survey.strays > 0 || survey.words > 0 && survey.possible == 0
      return isStrange || survey.pieces < 3 && isNoise
    }
    // A line that would pass by itself is more of the noise that it stands beside.
    for index in surveys.indices.dropFirst() where areStrange[index - 1] {
      if isOdd(surveys[index], limits) { areStrange[index] = true }
    }
    for index in surveys.indices.dropLast().reversed() where areStrange[index + 1] {
      if isOdd(surveys[index], limits) { areStrange[index] = true }
    }
    return areStrange
  }

  /// Whether there is something in a line that prose has seldom.
  private static func isOdd(_ survey: TextSurvey, _ limits: LayerKnowledge.Limits) -> Bool {
    survey.glued > 0
      || survey.strays > 0
        && (2 * survey.words < survey.pieces || survey.possibleShare < limits.leastPossible)
  }

  /// Whether `line` goes on below or beside `last` in the same type.
  private static func isTogether(_ last: LayerLine, _ line: LayerLine) -> Bool {
    let height = max(last.box.height, line.box.height)
    guard line.box.y >= last.box.y - height / 2, line.box.y - last.box.maxY <= 2 * height else {
      return false
    }
    return !fonts(last).isDisjoint(with: fonts(line))
  }

  private static func fonts(_ line: LayerLine) -> Set<Int16> { Set(line.words.map(\.font)) }
}
