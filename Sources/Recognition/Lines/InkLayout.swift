internal import Documents

/// What the ink of a region is: lines of print, and what else was found on the way.
struct InkLayout: ~Copyable {
  /// The lines from top to bottom, in pixels of the region.
  var lines: [FoundLine]
  /// The gray image without rules and dotted leaders, at the region's own scale.
  let cleaned: Picture
  /// All ink, 1 bit a pixel, at 1/`scale` of the region's size.
  let ink: Picture
  /// The ink without rules and excluded boxes, at the same scale.
  let print: Picture
  /// The components of `print`, in its pixels.
  let components: [PixelBox]
  /// How many pixels of the region one pixel of `ink` stands for, across and down.
  let scale: Int
}
