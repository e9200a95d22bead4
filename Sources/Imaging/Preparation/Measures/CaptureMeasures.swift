internal import Documents

/// Measures how well a region was captured, on its image before the light is evened out.
struct CaptureMeasures: Sendable {
  let quality: CaptureQuality

  /// Measures `plane`, one pixel of which covers `scale` pixels of the source in length, and whose
  /// letters are `textHeight` pixels of the source high.
  ///
  /// `colours` are the region's own; `spectrum` is that of the source's patches in the region.
  init(
    _ plane: GrayPlane, textHeight: Double, scale: Double, isCutOff: Bool,
    colours: RegionColours? = nil, spectrum: SpectrumOfPatches? = nil
  ) {
    let (steepness, contrast) = Self.edges(of: plane, scale: scale, textHeight: textHeight)
    // A step within one or two pixels is crisp; one spread over seven pixels is blurred away.
    let sharpness = min(1, max(0, (steepness - 0.12) / 0.4))
    let small = plane.reduced(by: max(1, max(plane.width, plane.height) / 400))
    let histogram = small.histogram()
    let paper = Double(GrayPlane.percentile(0.7, of: histogram))
    let ink = Double(GrayPlane.percentile(0.01, of: histogram))
    let burnt = Self.burntAreas(of: small, histogram)
    let (width, height) = (Double(plane.width), Double(plane.height))
    let factor = width / Double(small.width)
    quality = CaptureQuality(
      textHeight: textHeight, sharpness: sharpness, edgeWidth: steepness > 0 ? 1 / steepness : 0,
      contrast: contrast, brightness: paper / 255, glare: burnt.share,
      burntAreas: burnt.boxes.map { box in
        PixelBox(
          x: Int(Double(box.x) * factor), y: Int(Double(box.y) * factor),
          width: Int(Double(box.width) * factor), height: Int(Double(box.height) * factor))
      },
      hiddenAreas: colours?.hidden.map { area in
        PixelBox(
          x: Int(area.x * width), y: Int(area.y * height), width: Int(area.width * width),
          height: Int(area.height * height))
      } ?? [],
      colour: colours?.colour ?? 1, midtones: Self.midtones(histogram, ink: ink, paper: paper),
      screenPattern: spectrum?.strongestSpot ?? 0, isCutOff: isCutOff)
  }

  /// The share of pixels that are neither paper nor print.
  private static func midtones(_ histogram: [Int], ink: Double, paper: Double) -> Double {
    guard paper > ink else { return 0 }
    let dark = Int(ink + 0.25 * (paper - ink))
    let light = Int(ink + 0.88 * (paper - ink))
    let between = histogram[dark...max(dark, light)].reduce(0, +)
    return Double(between) / Double(max(1, histogram.reduce(0, +)))
  }

  /// The share of the plane that is burnt out, and the patches it makes.
  private static func burntAreas(of plane: GrayPlane, _ histogram: [Int])
    -> (share: Double, boxes: [PixelBox])
  {
    // Paper may be scanned to pure white all over; then white is no glare.
    guard GrayPlane.percentile(0.5, of: histogram) < 250 else { return (0, []) }
    // A scanner that shows paper gray shows glare as its own white, not as 255.
    let paper = Int(GrayPlane.percentile(0.7, of: histogram))
    let brightest = Int(GrayPlane.percentile(0.998, of: histogram))
    let threshold = min(253, max(paper + 16, paper + (brightest - paper) * 3 / 5))
    guard threshold <= 253 else { return (0, []) }
    let map = InkMap(
      width: plane.width, height: plane.height,
      pixels: plane.bytes.map { Int($0) >= threshold ? 1 : 0 })
    let least = plane.bytes.count / 150
    let blobs = map.eroded(by: 2).dilated(by: 3).blobs().blobs
      .filter { $0.area >= least && $0.fill > 0.3 }
    let area = blobs.reduce(0) { $0 + $1.area }
    return (Double(area) / Double(plane.bytes.count), blobs.map(\.box))
  }

  /// Across the strokes of print: which share of their height their edges fall in a pixel of the
  /// source, in the direction in which they fall least, and how much darker they are than the paper
  /// beside them.
  private static func edges(of plane: GrayPlane, scale: Double, textHeight: Double)
    -> (steepness: Double, contrast: Double)
  {
    // Blur may spread an edge over a third of a letter's height.
    let reach = max(3, Int((max(3.5, 0.3 * textHeight) / max(0.2, scale)).rounded()))
    let level = edges(of: plane, reach: reach, isAcross: true)
    let upright = edges(of: plane, reach: reach, isAcross: false)
    guard let level else { return (0, 0) }
    // A shaking hand blurs in one direction.
    let steepness = min(level.steepness, upright?.steepness ?? level.steepness)
    return (steepness / scale, level.contrast)
  }

  /// The same in pixels of `plane`, over falls along rows or along columns; nil without print.
  private static func edges(of plane: GrayPlane, reach: Int, isAcross: Bool)
    -> (steepness: Double, contrast: Double)?
  {
    let length = isAcross ? plane.width : plane.height
    let lines = isAcross ? plane.height : plane.width
    let step = isAcross ? 1 : plane.width
    let lineStep = isAcross ? plane.width : 1
    guard length > 4 * reach else { return nil }
    var steepness: [Double] = []
    var depths: [Double] = []
    plane.bytes.withUnsafeBufferPointer { bytes in
      for line in stride(from: 2, to: lines - 2, by: isAcross ? 7 : 13) {
        var place = reach
        while place < length - reach - 1 {
          let index = line &* lineStep &+ place &* step
          // The steepest place of a fall from paper to ink.
          let fall = Int(bytes[index]) - Int(bytes[index + step])
          guard fall >= 5, fall >= Int(bytes[index - step]) - Int(bytes[index]),
            fall > Int(bytes[index + step]) - Int(bytes[index + 2 * step])
          else {
            place += 1
            continue
          }
          var (high, low) = (0, 255)
          for offset in -reach...0 { high = max(high, Int(bytes[index + offset * step])) }
          for offset in 1...reach { low = min(low, Int(bytes[index + offset * step])) }
          if high - low >= 50 {
            steepness.append(Double(fall) / Double(high - low))
            depths.append(Double(high - low) / Double(max(1, high)))
            place += reach
          }
          place += 1
        }
      }
    }
    guard steepness.count >= 20 else { return nil }
    steepness.sort()
    depths.sort()
    return (steepness[steepness.count / 2], min(1, depths[depths.count * 3 / 4]))
  }
}
