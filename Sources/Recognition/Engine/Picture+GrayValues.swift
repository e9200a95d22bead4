internal import CTesseract

extension Picture {
  /// How many pixels have each gray value from 0 (black) to 255, in a picture of 8 bits a pixel; nil
  /// where they cannot be counted.
  func grayCounts() -> [Int]? {
    var histogram = pixGetGrayHistogram(pix, 1)
    defer { numaDestroy(&histogram) }
    guard let histogram else { return nil }
    return (0..<256).map { value in
      var count: Int32 = 0
      numaGetIValue(histogram, Int32(value), &count)
      return Int(count)
    }
  }

  /// The gray value below which one of `parts` equal parts of the picture's pixels that are darker than
  /// `paper` lies; nil where no more than `least` pixels are.
  func tone(ofDarkest parts: Int, below paper: Int, least: Int) -> Int? {
    guard let counts = grayCounts()?.prefix(paper) else { return nil }
    let ink = counts.reduce(0, +)
    guard ink > least else { return nil }
    var below = 0
    for (value, count) in counts.enumerated() {
      below += count
      if below * parts >= ink { return value }
    }
    return nil
  }

  /// The value of a pixel, 0 outside the picture: gray from black 0 to 255, or ink as 1 in a picture of
  /// one bit a pixel.
  func value(x: Int, y: Int) -> UInt32 {
    var value: UInt32 = 0
    pixGetPixel(pix, Int32(x), Int32(y), &value)
    return value
  }
}
