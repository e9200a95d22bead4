internal import Documents
package import Imaging

/// Codes on prepared regions.
extension CodeReader {
  /// The codes on `region`, which belongs to the upright page `page`; boxes are in its pixels.
  ///
  /// What looks like a code is tried first as prepared, then in the page's own pixels, enlarged,
  /// sharpened and channel by channel. A card on which nothing looks like one is tried once as a
  /// whole, since a blurred code looks like plain gray.
  package func codes(in region: PreparedRegion, of page: PageImage) throws(ImageError)
    -> [LocatedCode]
  {
    let image = region.image
    let areas = image.withGrayBytes { bytes, width, height in
      CodeAreas(bytes, width: width, height: height, dpi: Double(max(region.dpi, 100))).boxes
    }
    for area in areas {
      let found = try codes(in: image, region: area, effort: .fast)
      if !found.isEmpty { return found }
    }
    if region.shape == .card {
      let found = try codes(in: image, effort: .fast)
      if !found.isEmpty { return found }
    }
    for area in areas {
      let scale = Self.enlargement(of: area)
      let colours = try region.colours(in: area, of: page, scale: scale)
      var found = try codes(in: colours, renditions: CodeRendition.enlarged)
      guard !found.isEmpty else { continue }
      for index in found.indices { found[index].move(by: 1 / scale, from: area) }
      return found
    }
    return []
  }

  /// By how much a patch is enlarged: a code of some fifty modules to six pixels a module, within
  /// the bounds of what brings anything.
  private static func enlargement(of area: PixelBox) -> Double {
    min(3, max(1, 400 / Double(max(1, max(area.width, area.height)))))
  }
}

extension LocatedCode {
  /// Makes the code `factor` times as large and moves it to where `area` begins.
  fileprivate mutating func move(by factor: Double, from area: PixelBox) {
    let box = reading.box
    reading.box = PixelBox(
      x: Int(Double(box.x) * factor) + area.x, y: Int(Double(box.y) * factor) + area.y,
      width: Int((Double(box.width) * factor).rounded(.up)),
      height: Int((Double(box.height) * factor).rounded(.up)))
    corners = corners.map { corner in
      PixelPoint(
        x: corner.x * factor + Double(area.x), y: corner.y * factor + Double(area.y))
    }
  }
}
