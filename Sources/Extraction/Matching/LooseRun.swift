import Documents

/// A run of words that no label claims by standing before it.
struct LooseRun {
  var pieces: [ValuePiece]
  var box: PixelBox
  var row: Int

  /// Whether it is nothing but a number.
  var isNumber: Bool {
    pieces.allSatisfy { $0.text.allSatisfy { $0.isNumber || ".,- ".contains($0) } }
  }

  /// Whether it holds "ngày … tháng … năm …", hardly misread.
  var isDateLine: Bool {
    let folded = FoldedText.fold(pieces.map(\.text).joined())
    if DateLineReader.isDate(folded) { return true }
    guard let month = folded.firstRange(of: "thang") else { return false }
    return folded.contains("ngay") && folded[month.upperBound...].contains("nam")
  }
}
