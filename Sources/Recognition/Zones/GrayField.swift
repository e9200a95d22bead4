internal import CTesseract
internal import Documents

/// The gray values of a part of a picture, to be sampled between pixels.
struct GrayField {
  private let width: Int
  private let height: Int
  private let origin: PixelBox
  private let values: [UInt8]

  /// Copies the part `box` of `picture` (8 bits a pixel).
  init(of picture: borrowing Picture, in box: PixelBox) {
    origin = box.intersection(
      PixelBox(x: 0, y: 0, width: picture.width, height: picture.height))
    width = origin.width
    height = origin.height
    var values: [UInt8] = []
    values.reserveCapacity(width * height)
    let (data, stride) = (pixGetData(picture.pix), Int(pixGetWpl(picture.pix)))
    if let data {
      for y in origin.y..<max(origin.y, origin.maxY) {
        let row = data + y * stride
        // Leptonica keeps four pixels in a word, the leftmost in its highest byte.
        for x in origin.x..<max(origin.x, origin.maxX) {
          values.append(UInt8(truncatingIfNeeded: row[x >> 2] >> UInt32(24 - 8 * (x & 3))))
        }
      }
    }
    self.values = values
  }

  /// The darkness at a point of the picture, 0 (white) … 255; paper outside the part.
  func darkness(x: Double, y: Double) -> Float {
    let (left, top) = (x - 0.5 - Double(origin.x), y - 0.5 - Double(origin.y))
    guard left >= 0, top >= 0, left < Double(width - 1), top < Double(height - 1) else {
      return 0
    }
    let (column, row) = (Int(left), Int(top))
    let (dx, dy) = (Float(left - Double(column)), Float(top - Double(row)))
    let index = row * width + column
    let upper = Float(values[index]) * (1 - dx) + Float(values[index + 1]) * dx
    let lower = Float(values[index + width]) * (1 - dx) + Float(values[index + width + 1]) * dx
    return 255 - (upper * (1 - dy) + lower * dy)
  }
}
