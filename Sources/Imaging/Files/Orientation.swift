/// How stored pixels must be turned to stand as they were taken: the eight values of EXIF and TIFF.
package enum Orientation: Int, CaseIterable, Sendable {
  case upright = 1
  case mirrored = 2
  case upsideDown = 3
  case mirroredUpsideDown = 4
  /// Rows are columns: mirrored along the main diagonal.
  case transposed = 5
  /// Must be turned a quarter clockwise.
  case turnedLeft = 6
  /// Rows are columns: mirrored along the other diagonal.
  case transverse = 7
  /// Must be turned a quarter counter-clockwise.
  case turnedRight = 8

  /// The orientation with the code `code`; anything but 1 … 8 counts as upright.
  package init(code: Int) { self = Orientation(rawValue: code) ?? .upright }
}

extension PageImage {
  /// The image whose pixels are stored with `orientation`, as it was taken.
  package func righted(from orientation: Orientation) throws(ImageError) -> PageImage {
    switch orientation {
    case .upright: self
    case .mirrored: try mirrored()
    case .upsideDown: try turned(quarterTurns: 2)
    case .mirroredUpsideDown: try mirrored().turned(quarterTurns: 2)
    case .transposed: try mirrored().turned(quarterTurns: 3)
    case .turnedLeft: try turned(quarterTurns: 1)
    case .transverse: try mirrored().turned(quarterTurns: 1)
    case .turnedRight: try turned(quarterTurns: 3)
    }
  }
}
