/// A rectangle of bytes, row by row from the top: what the algorithms of preparation work on.
package struct GrayPlane: Hashable, Sendable {
  /// The width in pixels, at least 1.
  package let width: Int
  /// The height in pixels, at least 1.
  package let height: Int
  /// One byte a pixel, 0 black … 255 white, without padding.
  package var bytes: [UInt8]

  /// Creates a plane from its bytes.
  package init(width: Int, height: Int, bytes: [UInt8]) {
    precondition(width > 0 && height > 0 && bytes.count == width * height, "sizes must agree")
    self.width = width
    self.height = height
    self.bytes = bytes
  }

  /// Creates a plane of one brightness.
  package init(width: Int, height: Int, filledWith value: UInt8 = 255) {
    self.init(
      width: width, height: height, bytes: [UInt8](repeating: value, count: width * height))
  }

  /// The byte at a column and a row inside the plane.
  package subscript(x: Int, y: Int) -> UInt8 {
    get { bytes[y * width + x] }
    set { bytes[y * width + x] = newValue }
  }

  /// Whether nearly all is black or white, as on a fax.
  var isTwoTone: Bool {
    // Every seventh pixel tells.
    let sample = stride(from: 0, to: bytes.count, by: 7)
    let count = sample.count { bytes[$0] == 0 || bytes[$0] == 255 }
    return 20 * count >= 19 * sample.underestimatedCount
  }

  /// The plane made `factor` times smaller, each pixel the mean of a square.
  package func reduced(by factor: Int) -> GrayPlane {
    guard factor > 1 else { return self }
    let newWidth = max(1, width / factor)
    let newHeight = max(1, height / factor)
    let cellWidth = min(factor, width)
    let cellHeight = min(factor, height)
    let area = UInt32(cellWidth * cellHeight)
    var sums = [UInt32](repeating: 0, count: newWidth)
    var result = GrayPlane(width: newWidth, height: newHeight, filledWith: 0)
    bytes.withUnsafeBufferPointer { source in
      for row in 0..<newHeight {
        for column in 0..<newWidth { sums[column] = 0 }
        for line in 0..<cellHeight {
          var index = (row * factor + line) * width
          for column in 0..<newWidth {
            var sum: UInt32 = 0
            for offset in 0..<cellWidth { sum &+= UInt32(source[index &+ offset]) }
            sums[column] &+= sum
            index &+= factor
          }
        }
        for column in 0..<newWidth {
          result.bytes[row * newWidth + column] = UInt8((sums[column] + area / 2) / area)
        }
      }
    }
    return result
  }

  /// The plane with columns and rows exchanged.
  package func transposed() -> GrayPlane {
    var result = GrayPlane(width: height, height: width, filledWith: 0)
    bytes.withUnsafeBufferPointer { source in
      result.bytes.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          for x in 0..<width { target[x &* height &+ y] = source[y &* width &+ x] }
        }
      }
    }
    return result
  }

  /// How many pixels have each brightness.
  package func histogram() -> [Int] {
    var counts = [Int](repeating: 0, count: 256)
    bytes.withUnsafeBufferPointer { source in
      for byte in source { counts[Int(byte)] &+= 1 }
    }
    return counts
  }

  /// The brightness that the share `share` of the pixels does not exceed.
  package func percentile(_ share: Double) -> UInt8 {
    GrayPlane.percentile(share, of: histogram())
  }

  /// The value that the share `share` of a histogram's entries does not exceed.
  static func percentile(_ share: Double, of histogram: [Int]) -> UInt8 {
    let total = histogram.reduce(0, +)
    let wanted = Double(total) * min(1, max(0, share))
    var seen = 0
    for (value, count) in histogram.enumerated() {
      seen += count
      if count > 0, Double(seen) >= wanted { return UInt8(value) }
    }
    return 255
  }
}
