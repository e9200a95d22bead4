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
    guard isWood else {
      let across = (0..<width).map { sin(Double($0) / Double(width) * 900) }
      let down = (0..<height).map { sin(Double($0) / 3) }
      PageWear.each(&table) { x, y in
        1 + contrast * 0.3 * across[Int(x * Double(width))] * down[Int(y * Double(height))]
      }
      return table
    }
    // A bend of the rings for each column, and a light for each place across the rings.
    let bends = (0..<width).map { column in
      let x = Double(column) / Double(width)
      return 0.02 * sin(3 * x + phase) + 0.008 * sin(17 * x + 2 * phase) + 0.05
    }
    let lights = (0...8192).map { place in
      let t = Double(place) / 8192 * 1.2 - 0.05
      return 1 + contrast * (sin(t * grain * 2 * .pi + phase) + 0.5 * sin(t * grain * 9)) * 0.6
    }
    PageWear.each(&table) { x, y in
      lights[min(Int((y + bends[Int(x * Double(width))]) / 1.2 * 8192), 8192)]
    }
    return table
  }
}
