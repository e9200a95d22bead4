/// The way from one pixel to another.
struct PixelOffset: Hashable {
  var x: Int
  var y: Int
}
