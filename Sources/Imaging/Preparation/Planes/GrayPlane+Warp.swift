package import Documents

extension GrayPlane {
  /// The plane of `width` x `height` pixels whose point p shows what stands here at `mapping`(p).
  ///
  /// Points between pixels are interpolated: linearly, or by cubics where pixels are made larger,
  /// which keeps strokes crisp. What lies outside the plane continues its border for a few pixels
  /// and is white beyond.
  package func warped(by mapping: Homography, width: Int, height: Int) -> GrayPlane {
    let scale = mapping.scale(width: width, height: height)
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

  private func sampled(by mapping: Homography, width: Int, height: Int, isEnlarged: Bool)
    -> GrayPlane
  {
    let isAffine = mapping.coefficients[6] == 0 && mapping.coefficients[7] == 0
    let bytesOut = [UInt8](unsafeUninitializedCapacity: width * height) { target, count in
      let target = target.baseAddress.unsafelyUnwrapped
      withReader { reader in
        if isAffine, isEnlarged {
          fillAffine(target, width, height, mapping, reader) { $0.cubic($1, $2) }
        } else if isAffine {
          fillAffine(target, width, height, mapping, reader) { $0.linear($1, $2) }
        } else if isEnlarged {
          fill(target, width, height, mapping, reader) { $0.cubic($1, $2) }
        } else {
          fill(target, width, height, mapping, reader) { $0.linear($1, $2) }
        }
      }
      count = width * height
    }
    return GrayPlane(width: width, height: height, bytes: bytesOut)
  }

  /// How many pixels of a row stand between places that the mapping is computed for: over so few,
  /// a straight line is within a hundredth of a pixel of any camera's view.
  private static let stretch = 16

  @inline(__always)
  private func fill(
    _ target: UnsafeMutablePointer<UInt8>, _ width: Int, _ height: Int, _ mapping: Homography,
    _ reader: PlaneReader, _ read: (PlaneReader, Int, Int) -> UInt8
  ) {
    let m = mapping.coefficients
    for row in 0..<height {
      let y = Double(row) + 0.5
      func place(_ column: Int) -> (Int, Int) {
        let x = Double(column) + 0.5
        let w = 1 / (m[6] * x + (m[7] * y + m[8]))
        return (
          Self.fixed((m[0] * x + (m[1] * y + m[2])) * w - 0.5),
          Self.fixed((m[3] * x + (m[4] * y + m[5])) * w - 0.5)
        )
      }
      let line = target + row &* width
      var here = place(0)
      var first = 0
      while first < width {
        let next = place(first + Self.stretch)
        let step = (
          (next.0 &- here.0) / Self.stretch, (next.1 &- here.1) / Self.stretch
        )
        var (u, v) = here
        for column in first..<min(width, first + Self.stretch) {
          line[column] = read(reader, u, v)
          u &+= step.0
          v &+= step.1
        }
        here = next
        first += Self.stretch
      }
    }
  }

  /// A coordinate in 1/65536 of a pixel; far outside for what is too large or no number.
  @inline(__always)
  private static func fixed(_ value: Double) -> Int {
    value > -1e6 && value < 1e6 ? Int(value * 65_536) : -1_000_000 * 65_536
  }

  @inline(__always)
  private func fillAffine(
    _ target: UnsafeMutablePointer<UInt8>, _ width: Int, _ height: Int, _ mapping: Homography,
    _ reader: PlaneReader, _ read: (PlaneReader, Int, Int) -> UInt8
  ) {
    let m = mapping.coefficients.map { $0 / mapping.coefficients[8] }
    let one = 65_536.0
    // Beyond these numbers nothing is near the plane, and steps would overflow.
    guard m.allSatisfy({ abs($0) < 1e9 }) else {
      target.update(repeating: 255, count: width * height)
      return
    }
    let stepX = Int((m[0] * one).rounded())
    let stepY = Int((m[3] * one).rounded())
    for row in 0..<height {
      let y = Double(row) + 0.5
      var u = Int(((m[0] / 2 + m[1] * y + m[2] - 0.5) * one).rounded())
      var v = Int(((m[3] / 2 + m[4] * y + m[5] - 0.5) * one).rounded())
      let line = target + row &* width
      for column in 0..<width {
        line[column] = read(reader, u, v)
        u &+= stepX
        v &+= stepY
      }
    }
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
