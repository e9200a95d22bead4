internal import Documents

/// A line of words brought to one size of type, as a reader of the file expects of a line.
struct PDFLine {
  /// The words, all as high as the line's usual word and at the height where it stands.
  let words: [TextWord]

  init(_ line: [TextWord]) {
    let full = line.filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    let heights = full.map(\.box.height).sorted()
    guard !heights.isEmpty else {
      words = line
      return
    }
    let height = max(1, heights[heights.count / 2])
    // A dash stands where the words beside it do, also on a line that leans.
    var middle = full[0].box.midY
    words = line.map { word in
      if full.contains(word) { middle = word.box.midY }
      var word = word
      word.box.y = Int(middle) - height / 2
      word.box.height = height
      return word
    }
  }
}
