internal import CTesseract
internal import Documents

/// Tells by the shapes of letters whether print stands on its head: more strokes rise above the small
/// letters, and marks with them, than fall below.
enum UprightPrint {
  /// So many lines from the middle of the page are looked at.
  private static let sample = 12
  /// Darker than this is ink.
  private static let dark: Int32 = 140
  /// From this on the statistics of strokes leave little doubt.
  private static let sure: Float = 4

  /// Whether `lines` of `gray` (8 bits a pixel) all but surely stand on their head.
  static func standsOnItsHead(
    _ lines: [FoundLine], of gray: borrowing Picture
  ) throws(RecognitionError) -> Bool {
    let texty = lines.filter { $0.letters >= 20 }
    let middle = texty.dropFirst(max(0, texty.count - sample) / 2).prefix(sample)
    let whole = PixelBox(x: 0, y: 0, width: gray.width, height: gray.height)
    guard middle.count > 3, let box = PixelBox.union(of: middle.map(\.box))?.intersection(whole),
      !box.isEmpty
    else { return false }
    let part = try gray.clipped(to: box)
    let ink = try Picture(pixThresholdToBinary(part.pix, dark))
    var confidence: Float = 0
    guard pixUpDownDetect(ink.pix, &confidence, 0, 0, 0) == 0 else { return false }
    return confidence < -sure
  }
}
