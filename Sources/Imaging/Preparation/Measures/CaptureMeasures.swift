internal import Documents

/// Measures how well a region was captured, on its image before the light is evened out.
struct CaptureMeasures: Sendable {
  let quality: CaptureQuality

  /// Measures `plane`, one pixel of which covers `scale` pixels of the source in length, and whose
  /// letters are `textHeight` pixels of the source high.
  init(_ plane: GrayPlane, textHeight: Double, scale: Double, isCutOff: Bool) {
    let (sharpness, contrast) = Self.edges(of: plane, scale: scale)
    quality = CaptureQuality(
      textHeight: textHeight, sharpness: sharpness, contrast: contrast,
      glare: Self.glare(of: plane), isCutOff: isCutOff)
  }

  /// The share of the plane that is burnt out.
  private static func glare(of plane: GrayPlane) -> Double {
    let small = plane.reduced(by: max(1, max(plane.width, plane.height) / 400))
    // Paper may be scanned to pure white all over; then white is no glare.
    guard small.percentile(0.5) < 250 else { return 0 }
    let burnt = small.bytes.reduce(0) { $0 + ($1 >= 253 ? 1 : 0) }
    return Double(burnt) / Double(small.bytes.count)
  }

  /// Across the strokes of print: how steep their edges are for their height, and how much darker
  /// they are than the paper beside them.
  private static func edges(of plane: GrayPlane, scale: Double)
    -> (sharpness: Double, contrast: Double)
  {
    let reach = max(3, Int((3.5 / max(0.2, scale)).rounded()))
    guard plane.width > 4 * reach else { return (0, 0) }
    var steepness: [Double] = []
    var depths: [Double] = []
    plane.bytes.withUnsafeBufferPointer { bytes in
      var y = 2
      while y < plane.height - 2 {
        var x = reach
        while x < plane.width - reach - 1 {
          let index = y * plane.width + x
          // The steepest place of a fall from paper to ink.
          let fall = Int(bytes[index]) - Int(bytes[index + 1])
          guard fall >= 8, fall >= Int(bytes[index - 1]) - Int(bytes[index]),
            fall > Int(bytes[index + 1]) - Int(bytes[index + 2])
          else {
            x += 1
            continue
          }
          var (high, low) = (0, 255)
          for offset in -reach...0 { high = max(high, Int(bytes[index + offset])) }
          for offset in 1...reach { low = min(low, Int(bytes[index + offset])) }
          if high - low >= 50 {
            steepness.append(Double(fall) / Double(high - low) / scale)
            depths.append(Double(high - low) / Double(max(1, high)))
            x += reach
          }
          x += 1
        }
        y += 7
      }
    }
    guard steepness.count >= 20 else { return (0, 0) }
    steepness.sort()
    depths.sort()
    let typical = steepness[steepness.count / 2]
    // A step within one or two pixels is crisp; one spread over seven pixels is blurred away.
    return (min(1, max(0, (typical - 0.12) / 0.4)), min(1, depths[depths.count * 3 / 4]))
  }
}
