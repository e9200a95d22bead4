internal import Documents

/// A connected patch of ink.
struct InkBlob: Hashable, Sendable {
  var box: PixelBox
  /// How many pixels it covers.
  var area: Int
  /// Its number in the label plane, from 1.
  var label: Int32

  /// The share of its box that it covers.
  var fill: Double { Double(area) / Double(max(1, box.area)) }
}

extension InkMap {
  /// The connected patches (eight neighbours), and for each pixel the number of its patch or 0.
  func blobs() -> (blobs: [InkBlob], labels: [Int32]) {
    var labels = [Int32](repeating: 0, count: pixels.count)
    var blobs: [InkBlob] = []
    var stack: [Int32] = []
    pixels.withUnsafeBufferPointer { pixels in
      labels.withUnsafeMutableBufferPointer { labels in
        for start in 0..<pixels.count where pixels[start] != 0 && labels[start] == 0 {
          let label = Int32(blobs.count + 1)
          labels[start] = label
          stack.append(Int32(start))
          var area = 0
          var (left, right) = (width, -1)
          var (top, bottom) = (height, -1)
          while let index = stack.popLast() {
            let y = Int(index) / width
            let x = Int(index) - y * width
            area += 1
            left = min(left, x)
            right = max(right, x)
            top = min(top, y)
            bottom = max(bottom, y)
            for row in max(0, y - 1)...min(height - 1, y + 1) {
              for column in max(0, x - 1)...min(width - 1, x + 1) {
                let neighbour = row &* width &+ column
                if pixels[neighbour] != 0, labels[neighbour] == 0 {
                  labels[neighbour] = label
                  stack.append(Int32(neighbour))
                }
              }
            }
          }
          blobs.append(
            InkBlob(
              box: PixelBox(x: left, y: top, width: right - left + 1, height: bottom - top + 1),
              area: area, label: label))
        }
      }
    }
    return (blobs, labels)
  }
}
