/// A way in which cards come that is not a set of its own.
enum SceneKind: String, CaseIterable {
  /// Cards of one or two people on one sheet, each a little askew.
  case manyCards
  /// Both sides on one sheet.
  case bothSides
  /// On the glass, or before the camera, turned by any angle.
  case anyAngle
  /// In a sleeve of clear plastic.
  case sleeve
  /// A gray copy.
  case grayCopy
  /// A copy in black and white only.
  case bilevelCopy
  /// Scanned at 150 dpi, or photographed from afar.
  case coarse
  /// Scanned at 400 or 600 dpi.
  case fine
  /// Over the edge of the glass or the picture, with all print still there.
  case overEdge
  /// A thumb over a corner without print.
  case thumb
  /// A hard shadow across.
  case shadow
  /// Front and back as two files.
  case twoFiles
}
