internal import Documents

/// Where a line stands in the picture that the engine was given.
struct LineFrame {
  /// The box of its ink.
  let ink: PixelBox
  /// The height of its base line in the middle, in pixels from the top.
  let baseline: Double

  /// What the engine cuts out for its network in a picture `scale` times as large, as far as can be
  /// seen from outside: ink, room for descenders, and a margin.
  ///
  /// The engine's own margins depend on what it takes for the height of letters, so a line is taught
  /// with `slack`, in shares of a letter's height: above, below, left and right.
  func area(letterHeight: Double, scale: Double, margin: Int, slack: [Double]) -> PixelBox {
    let height = letterHeight * scale
    func grown(_ edge: Int) -> Double { Double(edge - margin) * scale + Double(margin) }
    let bottom = max(
      grown(ink.maxY), (baseline - Double(margin)) * scale + Double(margin) + 0.28 * height)
    let pad = 4.0
    let top = grown(ink.y) - slack[0] * height - pad
    let left = grown(ink.x) - slack[2] * height - pad
    return PixelBox(
      x: Int(left), y: Int(top), width: Int(grown(ink.maxX) + slack[3] * height + pad - left),
      height: Int(bottom + slack[1] * height + pad - top))
  }
}
