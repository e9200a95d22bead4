/// Which inks of a coloured page are dark in its gray image.
package enum Rendition: String, CaseIterable, Sendable {
  /// All inks, as the eye weighs them.
  case allInk
  /// Red stamps and red print are as light as the paper; black and blue stay dark.
  case withoutRed
  /// Red print is as dark as black print; for numbers printed in light red.
  case redInk

  /// The brightness of the pixel 0xRRGGBB00 with all inks.
  @inline(__always)
  static func allInk(_ word: UInt32) -> UInt8 {
    let (red, green, blue) = (word >> 24, word >> 16 & 255, word >> 8 & 255)
    return UInt8(truncatingIfNeeded: (red &* 77 &+ green &* 150 &+ blue &* 29) >> 8)
  }

  /// The brightness of the pixel 0xRRGGBB00 where red ink does not count.
  ///
  /// Red ink leaves the red channel bright. Where red exceeds both other channels clearly, the
  /// pixel takes the red channel; between, the two are mixed, so that no seams appear.
  @inline(__always)
  static func withoutRed(_ word: UInt32) -> UInt8 {
    let (red, green, blue) = (
      Int32(word >> 24), Int32(word >> 16 & 255), Int32(word >> 8 & 255)
    )
    let gray = (red &* 77 &+ green &* 150 &+ blue &* 29) >> 8
    let redness = min(32, max(0, red &- max(green, blue) &- 12))
    return UInt8(truncatingIfNeeded: (gray &* (32 &- redness) &+ red &* redness) >> 5)
  }

  /// The brightness of the pixel 0xRRGGBB00 where red ink counts as black.
  @inline(__always)
  static func redInk(_ word: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: min(word >> 16 & 255, word >> 8 & 255))
  }
}
