internal import CTesseract
package import Documents

/// Images seen through a plane-to-plane mapping.
extension PageImage {
  /// The image of `width` x `height` pixels whose point p shows what stands here at `mapping`(p).
  ///
  /// The mapping goes from the result back to this image, as `RegionReading.toPage` does. Pixels
  /// are interpolated linearly; where much is made small, the image is reduced first, so that thin
  /// strokes are not skipped. What lies outside this image becomes white. The result's `dpi` is
  /// given by the caller; 0 means unknown.
  package func warped(by mapping: Homography, width: Int, height: Int, dpi: Int = 0)
    throws(ImageError) -> PageImage
  {
    try Self.check(width: width, height: height)
    let reduction = mapping.scale(width: width, height: height)
    if reduction > 1.5, reduction.isFinite, Double(min(self.width, self.height)) > reduction * 8 {
      let reduced = try scaled(by: 1 / reduction)
      let x = Double(reduced.width) / Double(self.width)
      let y = Double(reduced.height) / Double(self.height)
      let shrink = Homography(coefficients: [x, 0, 0, 0, y, 0, 0, 0, 1])
      return try reduced.sampled(
        by: mapping.followed(by: shrink), width: width, height: height, dpi: dpi)
    }
    return try sampled(by: mapping, width: width, height: height, dpi: dpi)
  }

  private func sampled(by mapping: Homography, width: Int, height: Int, dpi: Int)
    throws(ImageError) -> PageImage
  {
    guard let made = pixCreate(Int32(width), Int32(height), isColour ? 32 : 8),
      let target = pixGetData(made)
    else { throw .operationFailed("warp", width: width, height: height) }
    let targetWords = Int(pixGetWpl(made))
    withPix { lent in
      guard let source = pixGetData(lent) else { return }
      let reader = LinearSampler(
        words: source, wordsPerRow: Int(pixGetWpl(lent)), width: self.width, height: self.height)
      let m = mapping.coefficients
      let (m0, m1, m2) = (m[0], m[1], m[2])
      let (m3, m4, m5) = (m[3], m[4], m[5])
      let (m6, m7, m8) = (m[6], m[7], m[8])
      for row in 0..<height {
        let y = Double(row) + 0.5
        let line = target + row * targetWords
        for column in 0..<width {
          let x = Double(column) + 0.5
          let inverse = 1 / (m6 * x + (m7 * y + m8))
          let u = (m0 * x + (m1 * y + m2)) * inverse - 0.5
          let v = (m3 * x + (m4 * y + m5)) * inverse - 0.5
          if isColour {
            line[column] = reader.colour(u, v)
          } else {
            line[column >> 2] |= reader.gray(u, v) << UInt32(24 - (column & 3) * 8)
          }
        }
      }
    }
    return try PageImage(owning: made, dpi: dpi)
  }
}
