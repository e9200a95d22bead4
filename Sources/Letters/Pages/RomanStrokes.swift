internal import Documents

/// Tells how many strokes a Roman number of ones has by the room it takes: the engine reads three
/// strokes as two.
enum RomanStrokes {
  /// Two capitals I with their serifs are about as wide as high; what is wider by this has three.
  private static let threeFromWidth = 1.22

  /// `word` with as many strokes as stand in its box.
  static func counted(_ word: TextWord) -> TextWord {
    let plain = word.text.filter { $0.isLetter || $0.isNumber }
    guard plain == "II",
      Double(word.box.width) > threeFromWidth * Double(word.box.height)
    else { return word }
    var word = word
    word.text = word.text.replacing("II", with: "III")
    return word
  }
}
