internal import CTesseract
internal import Documents

/// Puts back the spaces about a dash between two numbers, `2012 - 2017`, which the engine takes for
/// one word whether there is room about the dash or not.
enum WideHyphens {
  /// The room on both sides from which on there is a space, as a share of the digits' height; a dash
  /// between letters has half of that.
  private static let least = 0.27
  /// A dash is lower than this share of the digits.
  private static let height = 0.3
  /// Darker is ink.
  private static let ink: Int32 = 150

  /// `line` with the numbers parted where there is room about the dash between them.
  static func parted(
    _ line: TextLine, in picture: borrowing Picture
  ) throws(RecognitionError) -> TextLine {
    guard line.words.contains(where: { numbers(in: $0.text) != nil }) else { return line }
    var result = line
    result.words = []
    for word in line.words {
      guard let numbers = numbers(in: word.text), let dash = try dash(in: word.box, of: picture)
      else {
        result.words.append(word)
        continue
      }
      let parts = [
        (numbers.first, word.box.x..<(dash.lowerBound)), (numbers.dash, dash),
        (numbers.second, dash.upperBound..<word.box.maxX),
      ]
      result.words += parts.map { text, columns in
        TextWord(
          text: text,
          box: PixelBox(
            x: columns.lowerBound, y: word.box.y, width: max(1, columns.count),
            height: word.box.height), confidence: word.confidence)
      }
    }
    return result
  }

  /// The numbers of `text` and the dash between them; nil where it is anything else.
  private static func numbers(in text: String) -> (first: String, dash: String, second: String)? {
    let parts = text.split(whereSeparator: { "-–".contains($0) }).map(String.init)
    guard parts.count == 2, let dash = text.first(where: { "-–".contains($0) }),
      text.count == parts[0].count + parts[1].count + 1, parts[0].count > 1,
      parts[0].allSatisfy(\.isNumber),
      parts[1].prefix(while: \.isNumber).count > 1,
      parts[1].drop(while: \.isNumber).allSatisfy({ ".,;:)".contains($0) })
    else { return nil }
    return (parts[0], String(dash), parts[1])
  }

  /// The columns of the dash in `box` where there is room on both its sides.
  private static func dash(
    in box: PixelBox, of picture: borrowing Picture
  ) throws(RecognitionError) -> Range<Int>? {
    let whole = PixelBox(x: 0, y: 0, width: picture.width, height: picture.height)
    let box = box.intersection(whole)
    guard box.width > 8, box.height > 4 else { return nil }
    let clip = try picture.clipped(to: box)
    let marks = try Picture(pixThresholdToBinary(clip.pix, ink))
    // The runs of columns that hold ink, and how many rows of each do.
    var runs: [(columns: Range<Int>, rows: Int)] = []
    for column in 0..<box.width {
      let strip = PixelBox(x: column, y: 0, width: 1, height: box.height)
      let count = marks.inkCount(in: strip)
      guard count > 0 else { continue }
      if let last = runs.last, last.columns.upperBound == column {
        runs[runs.count - 1] = (last.columns.lowerBound..<(column + 1), max(last.rows, count))
      } else {
        runs.append((column..<(column + 1), count))
      }
    }
    let flat = runs.indices.dropFirst().dropLast().filter {
      Double(runs[$0].rows) < height * Double(box.height)
        && runs[$0].columns.count >= 2 * runs[$0].rows
    }
    guard flat.count == 1, let index = flat.first else { return nil }
    let columns = runs[index].columns
    let room = min(
      columns.lowerBound - runs[index - 1].columns.upperBound,
      runs[index + 1].columns.lowerBound - columns.upperBound)
    guard Double(room) >= least * Double(box.height) else { return nil }
    return (box.x + columns.lowerBound)..<(box.x + columns.upperBound)
  }
}
