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
    var groups: [[Int]] = []
    for index in lines.indices {
      if let last = groups.last?.last, isTogether(lines[last], lines[index]) {
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
