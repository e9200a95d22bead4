internal import Documents
internal import Glibc

/// Levels sheets of paper, and rectifies those that were photographed.
struct SheetPreparer: Sendable {
  /// The resolution that suits the engine.
  private static let bestDpi = 300.0
  /// Sheets of such resolutions keep theirs: resampling blurs, and larger pictures take longer.
  var kept = Self.near
  /// Near enough to the best one.
  private static let near = 240.0...380.0

  /// The page with one region for the sheet inside `outline` (in pixels of `page`), or for the
  /// whole page; with none when the page is blank.
  func prepare(_ page: PageImage, outline: Outline?) throws(ImageError) -> PreparedPage {
    let frame = Quadrilateral(width: Double(page.width), height: Double(page.height))
    let quadrilateral = outline?.quadrilateral ?? frame
    let raw = page.plane(.withoutRed)
    let small = analysed(
      raw, inside: outline == nil ? nil : quadrilateral, isCutOff: outline?.isCutOff ?? false)
    let ink = PageInk(small.plane)
    let isBlank = ink.isBlank
    let quarters = isBlank || TextDirection(ink.textMap, blobs: ink.text).evidence >= 0 ? 0 : 1
    let turnedPage = try page.turned(quarterTurns: quarters)
    guard !isBlank else { return PreparedPage(page: turnedPage, turned: 0, regions: []) }

    let direction = quarters == 1 ? ink.textMap.turnedClockwise() : ink.textMap
    let skew = SkewFinder().skew(of: direction)
    let degrees = skew.map { $0.sharpness > 1.15 ? $0.degrees : 0 } ?? 0
    let stated = Resolution.stated(of: page)
    // The size of the region before it is levelled.
    let width = quarters == 1 ? small.height : small.width
    let height = quarters == 1 ? small.width : small.height
    let smallWidth = Double(quarters == 1 ? small.plane.height : small.plane.width)
    let letterHeight = ink.letterHeight * width / smallWidth
    let sourceDpi = Resolution.ofSheet(
      width: width, height: height, stated: stated, letterHeight: letterHeight)
    // Black and white alone lack what enlarging smooths.
    let kept = raw.isTwoTone ? Self.near : self.kept
    let scale = kept.contains(sourceDpi) ? 1 : min(2, max(0.25, Self.bestDpi / sourceDpi))
    let targetWidth = max(1, (width * scale).rounded())
    let targetHeight = max(1, (height * scale).rounded())
    // Region → levelled about its middle → unturned → page before turning → upright page.
    let level = Homography.levelling(
      degrees: degrees, width: targetWidth, height: targetHeight, scale: scale)
    let back =
      quarters == 1
      ? Homography.quarterTurnBack(width: width) : .identity
    let fromRegion = level.followed(by: back).followed(by: small.toPage)
    let plane = raw.warped(by: fromRegion, width: Int(targetWidth), height: Int(targetHeight))
    let dpi = Int((sourceDpi * scale).rounded())
    // A scanner's picture is of paper.
    let spectrum =
      stated > 0
      ? nil
      : SpectrumOfPatches(
        page, raw,
        corners: SpectrumOfPatches.paper(on: raw, fromRegion, targetWidth, targetHeight))
    let quality = CaptureMeasures(
      plane, textHeight: letterHeight, scale: 1 / scale, isCutOff: outline?.isCutOff ?? false,
      spectrum: spectrum
    ).quality
    let clean = BorderCleaner(dpi: dpi).cleaned(plane)
    let flat = BackgroundFlattener(tile: BackgroundFlattener.tile(dpi: dpi)).flattened(clean)
    let toPage =
      quarters == 1
      ? fromRegion.followed(by: .quarterTurn(height: Double(page.height))) : fromRegion
    let region = PreparedRegion(
      shape: .sheet,
      image: try PageImage(
        grayBytes: flat.bytes, width: flat.width, height: flat.height, dpi: dpi),
      toPage: toPage, quality: quality, dpi: dpi, rendition: .withoutRed)
    return PreparedPage(page: turnedPage, turned: quarters * 90, regions: [region])
  }

  /// A small plane of the sheet for analysis, the sheet's size in pixels of the page, and the
  /// mapping from pixels of that size to the page.
  private func analysed(_ plane: GrayPlane, inside outline: Quadrilateral?, isCutOff: Bool)
    -> (plane: GrayPlane, width: Double, height: Double, toPage: Homography)
  {
    let most = 1400.0
    guard let outline else {
      let factor = max(1, Int((Double(max(plane.width, plane.height)) / most).rounded(.up)))
      return (
        plane.reduced(by: factor), Double(plane.width), Double(plane.height), .identity
      )
    }
    // A sheet has the proportions of A4 when it is near them, whatever the perspective.
    var width = outline.meanWidth
    var height = outline.meanHeight
    if !isCutOff, outline.aspect > 1.25, outline.aspect < 1.55 {
      if width < height {
        height = width * OutlineFinder.sheetAspect
      } else {
        width = height * OutlineFinder.sheetAspect
      }
    }
    let target = Quadrilateral(width: width, height: height).corners
    guard let toPage = Homography(from: target, to: outline.corners) else {
      return analysed(plane, inside: nil, isCutOff: false)
    }
    let shrink = min(1, most / max(width, height))
    let small = Homography(coefficients: [1 / shrink, 0, 0, 0, 1 / shrink, 0, 0, 0, 1])
    let reduced = plane.warped(
      by: small.followed(by: toPage), width: max(1, Int(width * shrink)),
      height: max(1, Int(height * shrink)))
    return (reduced, width, height, toPage)
  }
}

extension Homography {
  /// From a region enlarged by `scale` and level to one that leans by `degrees`, about the middle.
  static func levelling(degrees: Double, width: Double, height: Double, scale: Double)
    -> Homography
  {
    let radians = degrees * .pi / 180
    let (c, s) = (cos(radians) / scale, sin(radians) / scale)
    let (x, y) = (width / 2, height / 2)
    return Homography(coefficients: [
      c, -s, x / scale - c * x + s * y, s, c, y / scale - s * x - c * y, 0, 0, 1,
    ])
  }

  /// From a picture turned clockwise by 90° back to the picture; `width` is the turned one's.
  static func quarterTurnBack(width: Double) -> Homography {
    Homography(coefficients: [0, 1, 0, -1, 0, width, 0, 0, 1])
  }

  /// From a picture to the same turned clockwise by 90°; `height` is the picture's.
  static func quarterTurn(height: Double) -> Homography {
    Homography(coefficients: [0, -1, height, 1, 0, 0, 0, 0, 1])
  }
}

extension InkMap {
  /// The map turned clockwise by 90°.
  func turnedClockwise() -> InkMap {
    var result = InkMap(
      width: height, height: width, pixels: [UInt8](repeating: 0, count: pixels.count))
    for y in 0..<height {
      for x in 0..<width { result.pixels[x * height + height - 1 - y] = pixels[y * width + x] }
    }
    return result
  }
}
