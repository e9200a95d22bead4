internal import Documents

/// At each pixel the direction and strength of the steepest change of brightness or colour.
struct EdgeField: Sendable {
  let width: Int
  let height: Int
  /// The change to the right, in levels a pixel, times eight.
  private(set) var across: [Int16]
  /// The change downwards, in levels a pixel, times eight.
  private(set) var down: [Int16]
  /// The larger of the two and half the smaller: near the length of the change.
  private(set) var strength: [UInt16]

  /// Finds the changes of `channels`, after a slight blur; each pixel takes its steepest channel.
  init(_ channels: [GrayPlane]) {
    let first = channels[0]
    let (width, height) = (first.width, first.height)
    self.width = width
    self.height = height
    across = [Int16](repeating: 0, count: width * height)
    down = across
    strength = [UInt16](repeating: 0, count: width * height)
    guard width > 4, height > 4 else { return }
    for channel in channels { add(channel.blurred()) }
  }

  private mutating func add(_ plane: GrayPlane) {
    let width = self.width
    plane.bytes.withUnsafeBufferPointer { source in
      across.withUnsafeMutableBufferPointer { across in
        down.withUnsafeMutableBufferPointer { down in
          strength.withUnsafeMutableBufferPointer { strength in
            for y in 1..<(height - 1) {
              var index = y &* width &+ 1
              for _ in 1..<(width - 1) {
                let a = Int16(source[index &- width &- 1])
                let b = Int16(source[index &- width])
                let c = Int16(source[index &- width &+ 1])
                let d = Int16(source[index &- 1])
                let e = Int16(source[index &+ 1])
                let f = Int16(source[index &+ width &- 1])
                let g = Int16(source[index &+ width])
                let h = Int16(source[index &+ width &+ 1])
                let x = c &+ 2 &* e &+ h &- a &- 2 &* d &- f
                let y = f &+ 2 &* g &+ h &- a &- 2 &* b &- c
                let (ax, ay) = (UInt16(x.magnitude), UInt16(y.magnitude))
                let length = ax > ay ? ax &+ ay >> 1 : ay &+ ax >> 1
                if length > strength[index] {
                  strength[index] = length
                  across[index] = x
                  down[index] = y
                }
                index &+= 1
              }
            }
          }
        }
      }
    }
  }

  /// The weakest change that stands out from the picture's noise, in levels a pixel times eight.
  var noticeable: UInt16 {
    var counts = [Int](repeating: 0, count: 256)
    for value in strength { counts[Int(min(255, value))] += 1 }
    // Half of any picture is plain ground.
    let noise = GrayPlane.percentile(0.4, of: counts)
    return min(36, max(14, UInt16(noise) * 5 / 2))
  }

  /// The change at (x, y) in the direction (nx, ny), in levels a pixel times eight; 0 outside.
  @inline(__always)
  func change(_ x: Double, _ y: Double, _ nx: Double, _ ny: Double) -> Double {
    let column = Int(x.rounded(.down))
    let row = Int(y.rounded(.down))
    guard column >= 0, row >= 0, column < width, row < height else { return 0 }
    let index = row &* width &+ column
    return Double(across[index]) * nx + Double(down[index]) * ny
  }
}

extension GrayPlane {
  /// The plane blurred by a kernel of 1 4 6 4 1 in both directions.
  func blurred() -> GrayPlane {
    guard width > 4, height > 4 else { return self }
    var middle = [UInt16](repeating: 0, count: bytes.count)
    var result = self
    bytes.withUnsafeBufferPointer { source in
      middle.withUnsafeMutableBufferPointer { middle in
        for y in 0..<height {
          let row = y * width
          for x in 2..<(width - 2) {
            let index = row &+ x
            let outer = UInt16(source[index &- 2]) &+ UInt16(source[index &+ 2])
            let inner = UInt16(source[index &- 1]) &+ UInt16(source[index &+ 1])
            middle[index] = outer &+ 4 &* inner &+ 6 &* UInt16(source[index])
          }
          for x in [0, 1, width - 2, width - 1] { middle[row + x] = 16 * UInt16(source[row + x]) }
        }
        result.bytes.withUnsafeMutableBufferPointer { target in
          for y in 0..<height {
            let up = max(0, y - 1) * width
            let up2 = max(0, y - 2) * width
            let below = min(height - 1, y + 1) * width
            let below2 = min(height - 1, y + 2) * width
            let row = y * width
            for x in 0..<width {
              let outer = UInt32(middle[up2 &+ x]) &+ UInt32(middle[below2 &+ x])
              let inner = UInt32(middle[up &+ x]) &+ UInt32(middle[below &+ x])
              let sum = outer &+ 4 &* inner &+ 6 &* UInt32(middle[row &+ x])
              target[row &+ x] = UInt8(truncatingIfNeeded: (sum &+ 128) >> 8)
            }
          }
        }
      }
    }
    return result
  }
}
