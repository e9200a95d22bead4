/// Reads between the pixels of a plane.
struct PlaneReader {
  let bytes: UnsafePointer<UInt8>
  let width: Int
  let height: Int
  /// `cubicWeights`, lent.
  let weights: UnsafePointer<SIMD4<Int32>>

  /// How far outside the plane its border is continued, in pixels.
  private static let margin: Float = 3

  @inline(__always)
  private func isOutside(_ x: Float, _ y: Float) -> Bool {
    // Written so that what is no number counts as outside.
    !(x > -Self.margin && y > -Self.margin && x < Float(width) + Self.margin - 1
      && y < Float(height) + Self.margin - 1)
  }

  @inline(__always)
  private func clamped(_ x: Int, _ y: Int) -> Int32 {
    Int32(bytes[min(max(y, 0), height - 1) &* width &+ min(max(x, 0), width - 1)])
  }

  /// The brightness at (x, y) by linear interpolation; (0, 0) is the centre of the first pixel.
  @inline(__always)
  func linear(_ x: Float, _ y: Float) -> UInt8 {
    if isOutside(x, y) { return 255 }
    let left = Self.floor(x)
    let top = Self.floor(y)
    let across = Int32((x - Float(left)) * 256)
    let down = Int32((y - Float(top)) * 256)
    let upperLeft: Int32
    let upperRight: Int32
    let lowerLeft: Int32
    let lowerRight: Int32
    if left >= 0, top >= 0, left < width - 1, top < height - 1 {
      let corner = bytes + (top &* width &+ left)
      upperLeft = Int32(corner[0])
      upperRight = Int32(corner[1])
      lowerLeft = Int32(corner[width])
      lowerRight = Int32(corner[width &+ 1])
    } else {
      upperLeft = clamped(left, top)
      upperRight = clamped(left + 1, top)
      lowerLeft = clamped(left, top + 1)
      lowerRight = clamped(left + 1, top + 1)
    }
    let upper = upperLeft &* (256 &- across) &+ upperRight &* across
    let lower = lowerLeft &* (256 &- across) &+ lowerRight &* across
    return UInt8(
      truncatingIfNeeded: (upper &* (256 &- down) &+ lower &* down &+ 32_768) >> 16)
  }

  /// The brightness at (x, y) by Catmull-Rom cubics.
  @inline(__always)
  func cubic(_ x: Float, _ y: Float) -> UInt8 {
    if isOutside(x, y) { return 255 }
    let left = Self.floor(x)
    let top = Self.floor(y)
    let across = weights[Int((x - Float(left)) * 64) & 63]
    let down = weights[Int((y - Float(top)) * 64) & 63]
    var sum = SIMD4<Int32>.zero
    if left >= 1, top >= 1, left < width - 2, top < height - 2 {
      var row = UnsafeRawPointer(bytes + ((top &- 1) &* width &+ left &- 1))
      for line in 0..<4 {
        let four = row.loadUnaligned(as: SIMD4<UInt8>.self)
        sum &+= SIMD4<Int32>(truncatingIfNeeded: four) &* down[line]
        row += width
      }
    } else {
      for line in 0..<4 {
        let four = SIMD4<Int32>(
          clamped(left - 1, top - 1 + line), clamped(left, top - 1 + line),
          clamped(left + 1, top - 1 + line), clamped(left + 2, top - 1 + line))
        sum &+= four &* down[line]
      }
    }
    let value = ((sum &* across).wrappedSum() &+ 8192) >> 14
    return UInt8(truncatingIfNeeded: min(255, max(0, value)))
  }

  /// The whole number at or below `value`, which is above -4.
  @inline(__always)
  private static func floor(_ value: Float) -> Int { Int(value + 4) &- 4 }

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
