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
}
