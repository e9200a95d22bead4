package import Documents

extension GrayPlane {
  /// The plane of `width` x `height` pixels whose point p shows what stands here at `mapping`(p).
  ///
  /// Points between pixels are interpolated: linearly, or by cubics where pixels are made larger,
  /// which keeps strokes crisp. What lies outside the plane continues its border for a few pixels
  /// and is white beyond.
  package func warped(by mapping: Homography, width: Int, height: Int) -> GrayPlane {
    let scale = Self.scale(of: mapping, width: width, height: height)
    if scale >= 1.8, scale.isFinite {
      let factor = max(1, Int(scale.rounded(.down)))
      let small = reduced(by: factor)
      let shrink = Homography(
        coefficients: [1 / Double(factor), 0, 0, 0, 1 / Double(factor), 0, 0, 0, 1])
      return small.sampled(
        by: mapping.followed(by: shrink), width: width, height: height, isEnlarged: false)
    }
    return sampled(by: mapping, width: width, height: height, isEnlarged: scale < 0.85)
  }

  /// How many pixels of the source one pixel in the middle of the result covers, in length.
  static func scale(of mapping: Homography, width: Int, height: Int) -> Double {
    let x = Double(width) / 2
    let y = Double(height) / 2
    let middle = mapping.map(PixelPoint(x: x, y: y))
    let right = mapping.map(PixelPoint(x: x + 1, y: y))
    let below = mapping.map(PixelPoint(x: x, y: y + 1))
    let area =
      (right.x - middle.x) * (below.y - middle.y) - (right.y - middle.y) * (below.x - middle.x)
    return area.magnitude.squareRoot()
  }

  private func sampled(by mapping: Homography, width: Int, height: Int, isEnlarged: Bool)
    -> GrayPlane
  {
    let m = mapping.coefficients.map { Float($0) }
    let isAffine = m[6] == 0 && m[7] == 0
    let bytesOut = [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
      withReader { reader in
        for row in 0..<height {
          let y = Float(row) + 0.5
          let line = target.baseAddress.unsafelyUnwrapped + row &* width
          for column in 0..<width {
            let x = Float(column) + 0.5
            var u = m[0] * x + m[1] * y + m[2]
            var v = m[3] * x + m[4] * y + m[5]
            if !isAffine {
              let w = 1 / (m[6] * x + m[7] * y + m[8])
              u *= w
              v *= w
            }
            line[column] =
              isEnlarged ? reader.cubic(u - 0.5, v - 0.5) : reader.linear(u - 0.5, v - 0.5)
          }
        }
      }
      count = width * height
    }
    return GrayPlane(width: width, height: height, bytes: bytesOut)
  }

  private func withReader(_ body: (PlaneReader) -> Void) {
    bytes.withUnsafeBufferPointer { source in
      PlaneReader.cubicWeights.withUnsafeBufferPointer { weights in
        body(
          PlaneReader(
            bytes: source.baseAddress.unsafelyUnwrapped, width: width, height: height,
            weights: weights.baseAddress.unsafelyUnwrapped))
      }
    }
  }
}
