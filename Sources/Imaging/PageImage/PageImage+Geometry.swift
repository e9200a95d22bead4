internal import CTesseract
package import Documents

/// Images turned, cut and scaled.
extension PageImage {
  /// The image turned clockwise by `quarterTurns` times 90°.
  package func turned(quarterTurns: Int) throws(ImageError) -> PageImage {
    let quads = ((quarterTurns % 4) + 4) % 4
    return quads == 0 ? self : try transformed("turn") { pixRotateOrth($0, Int32(quads)) }
  }

  /// The image mirrored left to right.
  package func mirrored() throws(ImageError) -> PageImage {
    try transformed("mirror") { pixFlipLR(nil, $0) }
  }

  /// The part inside `box`, as far as the image reaches; throws when they do not touch.
  package func cropped(to box: PixelBox) throws(ImageError) -> PageImage {
    let inside = box.intersection(PixelBox(x: 0, y: 0, width: width, height: height))
    guard !inside.isEmpty else {
      throw .impossibleSize(width: max(0, box.width), height: max(0, box.height))
    }
    return try transformed("crop") { lent in
      var area = boxCreate(
        Int32(inside.x), Int32(inside.y), Int32(inside.width), Int32(inside.height))
      defer { boxDestroy(&area) }
      return pixClipRectangle(lent, area, nil)
    }
  }

  /// The image enlarged or reduced, smoothly and without sharpening; its resolution follows.
  package func scaled(by factor: Double) throws(ImageError) -> PageImage {
    let newWidth = Int((Double(width) * factor).rounded())
    let newHeight = Int((Double(height) * factor).rounded())
    try Self.check(width: newWidth, height: newHeight)
    guard newWidth != width || newHeight != height else { return self }
    return try transformed("scale", dpi: Int((Double(dpi) * factor).rounded())) {
      pixScaleGeneral($0, Float(factor), Float(factor), 0, 0)
    }
  }
}
