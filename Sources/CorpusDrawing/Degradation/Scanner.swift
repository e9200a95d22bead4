import Foundation

/// Puts drawn pages through a scanner: placement, light, blur, dirt and noise.
package enum Scanner {
  /// How much larger than the scan a page should be drawn, so that its letters are sampled well.
  package static let oversampling = 1.5

  /// A scan of `page`, which fills the glass; turned by the skew about its middle.
  package static func scan(
    _ page: Raster, settings: ScanSettings, with random: inout SplitMix64
  ) -> Raster {
    let scale = settings.dpi / page.dpi
    let width = Int((Double(page.width) * scale).rounded())
    let height = Int((Double(page.height) * scale).rounded())
    let outside: Ink = settings.border > 0 && random.chance(0.5) ? Ink(0.07, 0.07, 0.07) : .white
    let map = PlaneMap.rotation(
      degrees: settings.skew, scale: scale,
      from: Point(Double(page.width) / 2, Double(page.height) / 2),
      to: Point(Double(width) / 2, Double(height) / 2))
    var scan = page.warped(
      width: width, height: height, dpi: settings.dpi, map: map, outside: outside)
    wear(&scan, settings: settings, with: &random)
    return scan
  }

  /// The glass of an A4 scanner with nothing on it but the lid.
  package static func glass(settings: ScanSettings, lid: Ink) -> Raster {
    let size = [210, 297].map { Int(($0 / 25.4 * settings.dpi).rounded()) }
    return Raster(width: size[0], height: size[1], dpi: settings.dpi, paper: lid)
  }

  /// Lays a small picture on the glass with its middle at a place in millimetres, turned clockwise
  /// about it; the skew of the scan turns everything about the middle of the glass.
  package static func lay(
    _ picture: Raster, on glass: inout Raster, middle: Point, turned degrees: Double,
    settings: ScanSettings
  ) {
    let pixels = glass.dpi / 25.4
    let centre = Point(Double(glass.width) / 2, Double(glass.height) / 2)
    let map = PlaneMap.rotation(
      degrees: degrees + settings.skew, scale: glass.dpi / picture.dpi,
      from: Point(Double(picture.width) / 2, Double(picture.height) / 2),
      to: Point(middle.x * pixels, middle.y * pixels).turned(
        degrees: settings.skew, about: centre))
    picture.warp(into: &glass, map: map)
  }

  /// Everything that a scanner does apart from placing the page.
  package static func wear(
    _ scan: inout Raster, settings: ScanSettings, with random: inout SplitMix64
  ) {
    if settings.shade > 0 { PageWear.shade(&scan, strength: settings.shade, with: &random) }
    if settings.copyWash > 0 { PageWear.wash(&scan, strength: settings.copyWash) }
    if settings.punchHoles > 0 {
      PageWear.punch(&scan, count: settings.punchHoles, with: &random)
    }
    if settings.border > 0 { PageWear.border(&scan, width: settings.border, with: &random) }
    if settings.specks > 0 { PageWear.speckle(&scan, count: settings.specks, with: &random) }
    if settings.isHeldOut {
      HeldOutWear.wear(&scan, settings: settings, with: &random)
    } else {
      scan.blur(deviation: settings.blur)
      scan.addNoise(deviation: settings.noise, isGray: settings.isGray, with: &random)
    }
    if settings.isGray || settings.isBilevel { scan = scan.grayed() }
    if settings.isBilevel { PageWear.threshold(&scan, with: &random) }
  }
}
