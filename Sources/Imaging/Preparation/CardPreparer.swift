internal import Documents

/// Rectifies cards to their outlines.
struct CardPreparer: Sendable {
  /// The width of an ID-1 card in inches.
  private static let inches = 85.6 / 25.4
  /// The widths that a rectified card may have: wide enough for the engine, not wider than useful.
  private static let widths = 1040.0...1800.0

  /// The page with a region for each outline, given in pixels of `page`; `reduced` is the page made
  /// smaller.
  func prepare(_ page: PageImage, _ reduced: ReducedPage, outlines: [Outline]) throws(ImageError)
    -> PreparedPage
  {
    // The cards decide together how the page stands: lying ones need no turn.
    let upright = outlines.reduce(0.0) {
      $0 + ($1.quadrilateral.meanWidth >= $1.quadrilateral.meanHeight ? -1 : 1)
        * $1.quadrilateral.area
    }
    let quarters = upright > 0 ? 1 : 0
    let turnedPage = try page.turned(quarterTurns: quarters)
    let moved = outlines.map { quarters == 1 ? $0.turnedClockwise(height: page.height) : $0 }
    let ordered = moved.sorted { Self.readingPlace($0) < Self.readingPlace($1) }
    let plane = turnedPage.plane(.allInk)
    var regions: [PreparedRegion] = []
    for outline in ordered {
      regions.append(
        try region(outline, of: turnedPage, plane: plane) { corners in
          let placed =
            quarters == 1
            ? corners.map { PixelPoint(x: $0.y, y: Double(page.height) - $0.x) } : corners
          return RegionColours(
            reduced,
            outline: placed.map {
              PixelPoint(x: $0.x / Double(reduced.factor), y: $0.y / Double(reduced.factor))
            })
        })
    }
    return PreparedPage(page: turnedPage, turned: quarters * 90, regions: regions)
  }

  private static func readingPlace(_ outline: Outline) -> Double {
    let corners = outline.quadrilateral.corners
    let y = corners.map(\.y).reduce(0, +) / 4
    let x = corners.map(\.x).reduce(0, +) / 4
    // Cards side by side differ less in y than half a card's height.
    let row = (y / max(1, outline.quadrilateral.meanHeight)).rounded()
    return row * 1e6 + x
  }

  private func region(
    _ outline: Outline, of page: PageImage, plane: GrayPlane,
    colours: ([PixelPoint]) -> RegionColours
  ) throws(ImageError) -> PreparedRegion {
    var corners = outline.quadrilateral.corners
    var quadrilateral = outline.quadrilateral
    if quadrilateral.meanHeight > quadrilateral.meanWidth {
      // A card standing on a page of lying ones: its lower left corner becomes the first.
      corners = [corners[3], corners[0], corners[1], corners[2]]
      quadrilateral = outline.quadrilateral
    }
    let length = max(quadrilateral.meanWidth, quadrilateral.meanHeight)
    let width = min(max(length, min(Self.widths.lowerBound, length * 2)), Self.widths.upperBound)
      .rounded()
    let height = (width / OutlineFinder.cardAspect).rounded()
    let target = Quadrilateral(width: width, height: height).corners
    guard let toPage = Homography(from: target, to: corners) else {
      throw .operationFailed("rectify", width: plane.width, height: plane.height)
    }
    let raw = plane.warped(by: toPage, width: Int(width), height: Int(height))
    let dpi = Int((width / Self.inches).rounded())
    let flat = BackgroundFlattener(tile: BackgroundFlattener.tile(dpi: dpi)).flattened(raw)
    let scale = length / width
    let factor = max(1, raw.width / 600)
    let letterHeight = PageInk(raw.reduced(by: factor)).letterHeight * Double(factor)
    let quality = CaptureMeasures(
      raw, textHeight: letterHeight * scale, scale: scale, isCutOff: outline.isCutOff,
      colours: colours(corners),
      spectrum: SpectrumOfPatches(
        page, plane, corners: SpectrumOfPatches.corners(on: toPage, width, height))
    ).quality
    return PreparedRegion(
      shape: .card,
      image: try PageImage(
        grayBytes: flat.bytes, width: flat.width, height: flat.height, dpi: dpi),
      toPage: toPage, quality: quality, dpi: dpi, rendition: .allInk)
  }
}

extension Outline {
  /// The outline on the page turned clockwise by 90°; `height` is the page's before.
  func turnedClockwise(height: Int) -> Outline {
    var result = self
    result.quadrilateral = Quadrilateral(
      corners: quadrilateral.corners.map { PixelPoint(x: Double(height) - $0.y, y: $0.x) })
    return result
  }
}
