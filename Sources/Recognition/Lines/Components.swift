internal import CTesseract
internal import Documents

/// The connected components of ink.
enum Components {
  /// The boxes of the 8-connected components of `ink` (1 bit a pixel).
  static func boxes(of ink: borrowing Picture) -> [PixelBox] {
    var boxes = pixConnCompBB(ink.pix, 8)
    defer { boxaDestroy(&boxes) }
    guard let boxes else { return [] }
    var result: [PixelBox] = []
    result.reserveCapacity(Int(boxaGetCount(boxes)))
    for index in 0..<boxaGetCount(boxes) {
      var (x, y, w, h): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      boxaGetBoxGeometry(boxes, index, &x, &y, &w, &h)
      result.append(PixelBox(x: Int(x), y: Int(y), width: Int(w), height: Int(h)))
    }
    return result
  }
}
