internal import Documents

/// Measures how well a region was captured, on its image before the light is evened out.
struct CaptureMeasures: Sendable {
  let quality: CaptureQuality

  /// Measures `plane`; one of its pixels covers `scale` pixels of the source in length.
  init(_ plane: GrayPlane, scale: Double, isCutOff: Bool) {
    let factor = max(1, max(plane.width, plane.height) / 1400)
    let small = plane.reduced(by: factor)
    let ink = PageInk(small)
    let (sharpness, contrast) = Self.edges(of: small, ink: ink.textMap)
    let burnt = small.bytes.reduce(0) { $0 + ($1 >= 253 ? 1 : 0) }
    // Paper may be scanned to pure white all over; then white is no glare.
    let paper = small.percentile(0.5)
    let glare = paper >= 250 ? 0 : Double(burnt) / Double(small.bytes.count)
    quality = CaptureQuality(
      textHeight: ink.letterHeight * Double(factor) * scale, sharpness: sharpness,
      contrast: contrast, glare: glare, isCutOff: isCutOff)
  }

  /// Across the strokes of print: how steep their edges are for their height, and how much darker
  /// they are than the paper beside them.
  private static func edges(of plane: GrayPlane, ink: InkMap)
    -> (sharpness: Double, contrast: Double)
  {
    guard plane.width > 16 else { return (0, 0) }
    var steepness: [Double] = []
    var depths: [Double] = []
    var y = 2
    while y < plane.height - 2 {
      var x = 6
      while x < plane.width - 6 {
        let index = y * plane.width + x
        if ink.pixels[index] != 0, ink.pixels[index - 1] == 0 {
          var (high, low, steep) = (0, 255, 0)
          for offset in -4...3 {
            let value = Int(plane.bytes[index + offset])
            let next = Int(plane.bytes[index + offset + 1])
            high = max(high, value)
            low = min(low, value)
            steep = max(steep, value - next)
          }
          if high - low > 20 {
            steepness.append(Double(steep) / Double(high - low))
            depths.append(Double(high - low) / Double(max(1, high)))
          }
          x += 4
        }
        x += 1
      }
      y += 2
    }
    guard steepness.count >= 20 else { return (0, 0) }
    steepness.sort()
    depths.sort()
    let typical = steepness[steepness.count * 7 / 10]
    // A step within one pixel is crisp; one spread over five pixels is blurred away.
    return (min(1, max(0, (typical - 0.2) / 0.5)), min(1, depths[depths.count / 2]))
  }
}
