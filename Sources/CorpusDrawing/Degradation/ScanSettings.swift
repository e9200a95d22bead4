/// What one pass through a scanner does to a page.
package struct ScanSettings: Hashable, Sendable {
  /// The resolution in dots per inch.
  package var dpi: Double
  /// Degrees, clockwise.
  package var skew: Double
  /// Deviation of the blur in pixels of the scan.
  package var blur: Double
  /// Deviation of the noise in gray levels.
  package var noise: Double
  /// The quality of its JPEG file, 1 … 100.
  package var jpegQuality: Int
  /// Whether colours are dropped.
  package var isGray = false
  /// Black and white only, as fax machines and old copiers leave it.
  package var isBilevel = false
  /// How many specks of dust lie on the glass.
  package var specks = 0
  /// How many holes were punched in the left margin.
  package var punchHoles = 0
  /// Width of a black border along some edges, in millimetres.
  package var border = 0.0
  /// How much light is lost at the darkest place of the page.
  package var shade = 0.0
  /// Contrast lost and background grayed, as a photocopy does.
  package var copyWash = 0.0
  /// Whether the damage is of the kinds that only figures are taken on.
  package var isHeldOut = false

  /// Creates the settings of a scan without dirt or shade.
  package init(dpi: Double, skew: Double, blur: Double, noise: Double, jpegQuality: Int) {
    (self.dpi, self.skew, self.blur) = (dpi, skew, blur)
    (self.noise, self.jpegQuality) = (noise, jpegQuality)
  }

  /// The same scan as a small file: gray, at the lowest resolution and quality of `tier`.
  package func compact(for tier: Tier) -> ScanSettings {
    var settings = self
    settings.isGray = true
    settings.noise = min(noise, tier == .clean ? 0 : tier == .office ? 0.7 : 4)
    settings.jpegQuality = tier == .clean ? 90 : tier == .office ? 72 : 50
    if tier == .office { settings.dpi = 200 }
    return settings
  }

  /// Settings of `tier` within the limits that define it; `isSheet` for whole pages of paper.
  package static func draw(
    tier: Tier, isSheet: Bool, with random: inout SplitMix64
  ) -> ScanSettings {
    switch tier {
    case .clean, .phone:
      return ScanSettings(
        dpi: 300, skew: random.between(-1, 1), blur: random.between(0, 0.4),
        noise: random.between(0, 3), jpegQuality: random.whole(90...96))
    case .office:
      var settings = ScanSettings(
        dpi: random.pick([200, 240, 300, 300]), skew: random.between(-2.5, 2.5),
        blur: random.between(0.2, 0.8), noise: random.between(1, 7),
        jpegQuality: random.whole(72...88))
      settings.isGray = random.chance(0.25)
      if isSheet {
        settings.punchHoles = random.chance(0.4) ? 2 : 0
        settings.border = random.chance(0.4) ? random.between(1.5, 6) : 0
      }
      settings.shade = random.chance(0.5) ? random.between(0.03, 0.15) : 0
      settings.copyWash = random.chance(0.15) ? random.between(0.08, 0.2) : 0
      return settings
    case .bad:
      var settings = ScanSettings(
        dpi: isSheet ? 165 : 200, skew: random.between(-4, 4), blur: random.between(0.4, 0.9),
        noise: random.between(4, 12), jpegQuality: random.whole(50...70))
      settings.isGray = random.chance(0.4)
      settings.specks = random.whole(10...60)
      if isSheet {
        settings.punchHoles = random.chance(0.5) ? 2 : 0
        settings.border = random.chance(0.5) ? random.between(2, 8) : 0
      }
      settings.shade = random.chance(0.6) ? random.between(0.05, 0.2) : 0
      settings.copyWash = random.chance(0.35) ? random.between(0.1, 0.3) : 0
      return settings
    }
  }
}
