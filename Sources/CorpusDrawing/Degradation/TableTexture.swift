import Foundation

/// The tops of tables that photographed papers lie on.
enum TableTexture {
  /// Wood, cloth or a plain plate, of the given size in pixels.
  static func draw(
    width: Int, height: Int, dpi: Double, with random: inout SplitMix64
  ) -> Raster {
    let colours: [Ink] = [
      Ink(hex: 0x6b4a2f), Ink(hex: 0x8a6844), Ink(hex: 0x3e3a38), Ink(hex: 0x55606b),
      Ink(hex: 0x2f4538), Ink(hex: 0xa58a6a), Ink(hex: 0x7a2f2a), Ink(hex: 0x1f2430),
    ]
    let base = random.pick(colours)
    let isWood = random.chance(0.6)
    let phase = random.between(0, 10)
    let grain = random.between(8, 22)
    let contrast = random.between(0.06, 0.2)
    var table = Raster(width: width, height: height, dpi: dpi, paper: base)
    let rows = Double(height)
    PageWear.each(&table) { x, y in
      guard isWood else { return 1 + contrast * 0.3 * sin(x * 900) * sin(y * rows / 3) }
      let bend = 0.02 * sin(3 * x + phase) + 0.008 * sin(17 * x + 2 * phase)
      let ring = sin((y + bend) * grain * 2 * .pi + phase) + 0.5 * sin((y + bend) * grain * 9)
      return 1 + contrast * ring * 0.6
    }
    return table
  }
}
