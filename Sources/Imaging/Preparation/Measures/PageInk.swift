internal import Documents

/// The ink on a reduced page, and which of it is print.
struct PageInk: Sendable {
  /// All ink.
  let map: InkMap
  /// Patches of the size of letters and words.
  let text: [InkBlob]
  /// The ink of `text` alone.
  let textMap: InkMap
  /// The typical height of a lower-case letter in pixels; 0 without text.
  let letterHeight: Double

  init(_ gray: GrayPlane) {
    let longest = max(gray.width, gray.height)
    map = InkMap(gray, radius: max(4, longest / 60))
    let (blobs, labels) = map.blobs()
    let tallest = max(8, min(longest / 14, 60))
    let text = blobs.filter { blob in
      let (width, height) = (blob.box.width, blob.box.height)
      return blob.area >= 5 && min(width, height) >= 2 && min(width, height) <= tallest
        && max(width, height) <= longest / 4 && max(width, height) < 14 * min(width, height)
        && blob.fill > 0.12
    }
    let letterHeight = Self.letterHeight(of: text)
    self.letterHeight = letterHeight
    // Print has one size or a few; texture, specks and accents have others.
    let print = text.filter { blob in
      let size = Double(min(blob.box.width, blob.box.height))
      return letterHeight == 0 || (size >= 0.4 * letterHeight && size <= 2.5 * letterHeight)
    }
    self.text = print
    var isText = [Bool](repeating: false, count: blobs.count + 1)
    for blob in print { isText[Int(blob.label)] = true }
    textMap = InkMap(
      width: gray.width, height: gray.height,
      pixels: labels.map { $0 != 0 && isText[Int($0)] ? 1 : 0 })
  }

  /// The height that parts the ink of `text` into halves: specks hold little of it.
  private static func letterHeight(of text: [InkBlob]) -> Double {
    guard text.count >= 8 else { return 0 }
    let sorted = text.map { (size: min($0.box.width, $0.box.height), area: $0.area) }
      .sorted { $0.size < $1.size }
    let half = sorted.reduce(0) { $0 + $1.area } / 2
    var seen = 0
    for blob in sorted {
      seen += blob.area
      if seen >= half { return Double(blob.size) }
    }
    return 0
  }

  /// Whether too little stands on the page to be a document: a few specks at most.
  var isBlank: Bool {
    let longest = max(map.width, map.height)
    // Two millimetres on A4 are a hundred-and-fiftieth of its long side.
    let marks = text.filter { max($0.box.width, $0.box.height) * 170 >= longest }
    return marks.count < 8
  }
}
