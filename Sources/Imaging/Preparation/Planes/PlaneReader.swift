/// Reads between the pixels of a plane.
struct PlaneReader {
  let bytes: UnsafePointer<UInt8>
  let width: Int
  let height: Int
  /// `cubicWeights`, lent.
  let weights: UnsafePointer<SIMD4<Int32>>

  /// How far outside the plane its border is continued, in pixels.
  private static let margin = 3

  @inline(__always)
  private func clamped(_ x: Int, _ y: Int) -> Int32 {
    Int32(bytes[min(max(y, 0), height &- 1) &* width &+ min(max(x, 0), width &- 1)])
  }

  @inline(__always)
  private func isOutside(_ left: Int, _ top: Int) -> Bool {
    left < -Self.margin || top < -Self.margin || left >= width &+ Self.margin
      || top >= height &+ Self.margin
  }

  /// The brightness at (x, y), given in 1/65536 of a pixel, by linear interpolation;
  /// (0, 0) is the centre of the first pixel.
  @inline(__always)
  func linear(_ x: Int, _ y: Int) -> UInt8 {
    let left = x >> 16
    let top = y >> 16
    let across = Int32(truncatingIfNeeded: x >> 8 & 255)
    let down = Int32(truncatingIfNeeded: y >> 8 & 255)
    let upperLeft: Int32
    let upperRight: Int32
    let lowerLeft: Int32
    let lowerRight: Int32
    if left >= 0, top >= 0, left < width &- 1, top < height &- 1 {
      let corner = bytes + (top &* width &+ left)
      upperLeft = Int32(corner[0])
      upperRight = Int32(corner[1])
      lowerLeft = Int32(corner[width])
      lowerRight = Int32(corner[width &+ 1])
    } else {
      if isOutside(left, top) { return 255 }
      upperLeft = clamped(left, top)
      upperRight = clamped(left &+ 1, top)
      lowerLeft = clamped(left, top &+ 1)
      lowerRight = clamped(left &+ 1, top &+ 1)
    }
    let upper = upperLeft &* (256 &- across) &+ upperRight &* across
    let lower = lowerLeft &* (256 &- across) &+ lowerRight &* across
    return UInt8(truncatingIfNeeded: (upper &* (256 &- down) &+ lower &* down &+ 32_768) >> 16)
  }

  /// The brightness at (x, y), given in 1/65536 of a pixel, by Catmull-Rom cubics.
  @inline(__always)
  func cubic(_ x: Int, _ y: Int) -> UInt8 {
    let left = x >> 16
    let top = y >> 16
    let across = weights[x >> 10 & 63]
    let down = weights[y >> 10 & 63]
    var sum = SIMD4<Int32>.zero
    if left >= 1, top >= 1, left < width &- 2, top < height &- 2 {
      let row = UnsafeRawPointer(bytes + ((top &- 1) &* width &+ left &- 1))
      sum = four(row) &* down[0]
      sum &+= four(row + width) &* down[1]
      sum &+= four(row + 2 &* width) &* down[2]
      sum &+= four(row + 3 &* width) &* down[3]
    } else {
      if isOutside(left, top) { return 255 }
      for line in 0..<4 {
        let y = top &- 1 &+ line
        let values = SIMD4<Int32>(
          clamped(left &- 1, y), clamped(left, y), clamped(left &+ 1, y), clamped(left &+ 2, y))
        sum &+= values &* down[line]
      }
    }
    let value = ((sum &* across).wrappedSum() &+ 8192) >> 14
    return UInt8(truncatingIfNeeded: min(255, max(0, value)))
  }

  @inline(__always)
  private func four(_ pointer: UnsafeRawPointer) -> SIMD4<Int32> {
    SIMD4<Int32>(truncatingIfNeeded: pointer.loadUnaligned(as: SIMD4<UInt8>.self))
  }

  /// The weights of four neighbours in 1/128, for 64 places between the middle two.
  static let cubicWeights: [SIMD4<Int32>] = (0..<64).map { phase in
    let t = (Float(phase) + 0.5) / 64
    let t2 = t * t
    let t3 = t2 * t
    let weights = SIMD4<Float>(
      -0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t,
      0.5 * t3 - 0.5 * t2)
    var rounded = SIMD4<Int32>(weights * 128, rounding: .toNearestOrEven)
    // They must add up to one, so that a plain area stays as it is.
    rounded[t < 0.5 ? 1 : 2] += 128 - rounded.wrappedSum()
    return rounded
  }
}
