internal import Documents

/// A line of print before it is read.
struct FoundLine: Hashable {
  /// What its letters and their marks cover, in pixels of the region.
  var box: PixelBox
  /// The height of a usual letter of the line.
  var letterHeight: Int
  /// How many components make it up.
  var letters: Int
  /// By how many pixels the line falls for each pixel to the right.
  var slope = 0.0
}
