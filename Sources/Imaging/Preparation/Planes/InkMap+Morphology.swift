/// Ink grown, worn away and filled.
extension InkMap {
  /// The map with ink grown by `radius` pixels in all eight directions.
  func dilated(by radius: Int) -> InkMap { spread(1, by: radius) }

  /// The map with paper grown by `radius` pixels; beyond the frame there is paper.
  func eroded(by radius: Int) -> InkMap {
    var result = spread(0, by: radius)
    let margin = min(radius, width, height)
    guard margin > 0 else { return result }
    for y in 0..<height {
      let isEdge = y < margin || y >= height - margin
      for x in 0..<width where isEdge || x < margin || x >= width - margin {
        result.pixels[y * width + x] = 0
      }
    }
    return result
  }

  /// Spreads the pixels of `value` over squares of `2 * radius + 1` pixels.
  private func spread(_ value: UInt8, by radius: Int) -> InkMap {
    guard radius > 0 else { return self }
    // Spreading paper is spreading ink in the negative.
    let negative: UInt8 = value == 0 ? 1 : 0
    var source = pixels
    if negative == 1 {
      for index in source.indices { source[index] ^= 1 }
    }
    var across = source
    var result = source
    let (width, height) = (self.width, self.height)
    source.withUnsafeBufferPointer { source in
      across.withUnsafeMutableBufferPointer { across in
        for y in 0..<height {
          let from = source.baseAddress.unsafelyUnwrapped + y * width
          let to = across.baseAddress.unsafelyUnwrapped + y * width
          for shift in 1...radius where shift < width {
            for x in 0..<(width - shift) { to[x] |= from[x &+ shift] }
            for x in shift..<width { to[x] |= from[x &- shift] }
          }
        }
      }
    }
    across.withUnsafeBufferPointer { source in
      result.withUnsafeMutableBufferPointer { result in
        for y in 0..<height {
          let to = result.baseAddress.unsafelyUnwrapped + y * width
          for row in max(0, y - radius)...min(height - 1, y + radius) {
            let from = source.baseAddress.unsafelyUnwrapped + row * width
            if row == max(0, y - radius) {
              for x in 0..<width { to[x] = from[x] ^ negative }
            } else if negative == 1 {
              for x in 0..<width { to[x] &= from[x] ^ 1 }
            } else {
              for x in 0..<width { to[x] |= from[x] }
            }
          }
        }
      }
    }
    return InkMap(width: width, height: height, pixels: result)
  }

  /// The map with paper that is surrounded by ink made ink: what the frame cannot reach.
  func withHolesFilled() -> InkMap {
    var result = pixels
    let (width, height) = (self.width, self.height)
    // Every pixel is put on the stack at most once.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: width * height) { stack in
      result.withUnsafeMutableBufferPointer { pixels in
        var depth = 0
        for index in 0..<pixels.count where pixels[index] == 0 {
          let y = index / width
          let x = index - y * width
          guard y == 0 || y == height - 1 || x == 0 || x == width - 1 else { continue }
          pixels[index] = 2
          stack[depth] = Int32(index)
          depth &+= 1
        }
        while depth > 0 {
          depth &-= 1
          let index = Int(stack[depth])
          let x = index % width
          if x > 0, pixels[index &- 1] == 0 {
            pixels[index &- 1] = 2
            stack[depth] = Int32(index &- 1)
            depth &+= 1
          }
          if x < width &- 1, pixels[index &+ 1] == 0 {
            pixels[index &+ 1] = 2
            stack[depth] = Int32(index &+ 1)
            depth &+= 1
          }
          if index >= width, pixels[index &- width] == 0 {
            pixels[index &- width] = 2
            stack[depth] = Int32(index &- width)
            depth &+= 1
          }
          if index < (height &- 1) &* width, pixels[index &+ width] == 0 {
            pixels[index &+ width] = 2
            stack[depth] = Int32(index &+ width)
            depth &+= 1
          }
        }
        for index in 0..<pixels.count { pixels[index] = pixels[index] == 2 ? 0 : 1 }
      }
    }
    return InkMap(width: width, height: height, pixels: result)
  }
}
