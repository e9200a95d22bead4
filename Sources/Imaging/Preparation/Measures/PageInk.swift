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
    self.text = text
    var isText = [Bool](repeating: false, count: blobs.count + 1)
    for blob in text { isText[Int(blob.label)] = true }
    textMap = InkMap(
      width: gray.width, height: gray.height,
      pixels: labels.map { $0 != 0 && isText[Int($0)] ? 1 : 0 })
    let sizes = text.map { min($0.box.width, $0.box.height) }.sorted()
    letterHeight = sizes.count >= 8 ? Double(sizes[sizes.count / 2]) : 0
  }

  /// Whether too little stands on the page to be a document: a few specks at most.
  var isBlank: Bool {
    let longest = max(map.width, map.height)
    // Two millimetres on A4 are a hundred-and-fiftieth of its long side.
    let marks = text.filter { max($0.box.width, $0.box.height) * 170 >= longest }
    return marks.count < 8
  }
}
