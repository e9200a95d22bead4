import Documents

/// Ink by its pixels.
struct DrawnInk {
  var pixels: Set<[Int]> = []

  mutating func fill(_ box: PixelBox) {
    for y in box.y..<box.maxY { for x in box.x..<box.maxX { pixels.insert([x, y]) } }
  }

  func count(_ box: PixelBox) -> Int {
    (box.y..<box.maxY).reduce(0) { sum, y in
      sum + (box.x..<box.maxX).count { pixels.contains([$0, y]) }
    }
  }

  func share(_ box: PixelBox) -> Double { Double(count(box)) / Double(max(1, box.area)) }
}
