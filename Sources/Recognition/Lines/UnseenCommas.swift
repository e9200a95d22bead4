internal import CTesseract
internal import Documents

/// Finds commas that were read between two words where the picture shows no ink of their own.
///
/// The network gives a comma where the language would have one, or a speck in the line beside it.
enum UnseenCommas {
  /// Darker is ink.
  private static let ink: Int32 = 150

  /// The words of `line` whose comma stands nowhere in `picture`: it may still touch its letter.
  static func suspects(
    in line: TextLine, of picture: borrowing Picture
  ) throws(RecognitionError) -> [Int] {
    let height = SheetTextReader.letterHeight(of: line)
    // Tails, and marks of the next line, reach below what most words stand on.
    let feet = line.words.map(\.box.maxY).sorted()
    guard let foot = feet.dropFirst(feet.count / 4).first else { return [] }
    var suspects: [Int] = []
    for index in line.words.indices.dropLast() {
      let word = line.words[index]
      let next = line.words[index + 1]
      guard isFollowed(word.text), height >= 12,
        try !hasMark(behind: word, before: next, on: foot, height: height, in: picture)
      else { continue }
      suspects.append(index)
    }
    return suspects
  }

  /// `line` without the commas of `suspects` that `other`, a reading of it by itself, has not either.
  static func dropped(_ suspects: [Int], of line: TextLine, besides other: [TextWord]) -> TextLine {
    var result = line
    for index in suspects {
      let word = line.words[index]
      func shared(_ other: TextWord) -> Int { other.box.intersection(word.box).area }
      let same = other.max { shared($0) < shared($1) }
      guard let same, 2 * same.box.intersection(word.box).area > same.box.area,
        same.text.last?.isLetter == true, same.text.count == word.text.count - 1
      else { continue }
      result.words[index].text.removeLast()
    }
    return result
  }

  /// Whether `text` is a word of letters and a comma.
  private static func isFollowed(_ text: String) -> Bool {
    text.hasSuffix(",") && text.count > 2 && text.dropLast().allSatisfy(\.isLetter)
  }

  /// Whether small ink stands alone on the foot of the line about the end of `word`.
  private static func hasMark(
    behind word: TextWord, before next: TextWord, on foot: Int, height: Int,
    in picture: borrowing Picture
  ) throws(RecognitionError) -> Bool {
    let whole = PixelBox(x: 0, y: 0, width: picture.width, height: picture.height)
    let left = word.box.maxX - 3 * height / 2
    let area = PixelBox(
      x: left, y: foot - height, width: max(next.box.x, word.box.maxX) + height / 2 - left,
      height: height + height / 2
    ).intersection(whole)
    // Boxes of words that meet say nothing of what stands between.
    guard area.width > height, area.height >= height else { return true }
    let clip = try picture.clipped(to: area)
    let marks = try Picture(pixThresholdToBinary(clip.pix, ink))
    let middle = foot - height / 2 - area.y
    return Components.boxes(of: marks).contains { mark in
      mark.width * 2 < height && mark.height * 5 < 4 * height && mark.height * 8 > height
        && mark.y > middle && mark.y + area.y < foot + height / 8
        && mark.x > 0 && mark.maxX < area.width
    }
  }
}
