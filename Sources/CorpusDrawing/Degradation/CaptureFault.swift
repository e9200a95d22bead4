import Foundation

/// Faults of a capture that a new one would cure.
package enum CaptureFault {
  /// Too little light: all levels times `light`, and the grain of a sensor at its end.
  package static func darken(
    _ picture: inout Raster, to light: Double, with random: inout SplitMix64
  ) {
    let levels = (0...255).map { UInt8(Double($0) * light) }
    picture.withBytes { bytes in
      for index in 0..<bytes.count { bytes[index] = levels[Int(bytes[index])] }
    }
    picture.addNoise(deviation: random.between(1, 3), isGray: false, with: &random)
  }

  /// A shake of the hand or a lens out of focus, `reach` millimetres on the card wide.
  package static func blur(
    _ picture: inout Raster, reach: Double, dpi: Double, isShake: Bool,
    with random: inout SplitMix64
  ) {
    let pixels = reach / 25.4 * dpi
    if isShake {
      HeldOutWear.motion(&picture, deviation: pixels, with: &random)
    } else {
      picture.blur(deviation: pixels)
    }
  }

  /// The picture at another resolution, as a camera far away or a coarse scanner takes it.
  package static func reduced(_ picture: Raster, to dpi: Double, from own: Double) -> Raster {
    let scale = dpi / own
    var soft = picture
    soft.blur(deviation: 0.45 / scale)
    let (width, height) = (
      Int(Double(picture.width) * scale), Int(Double(picture.height) * scale)
    )
    let map = PlaneMap.rotation(
      degrees: 0, scale: scale, from: Point(0, 0), to: Point(0, 0))
    return soft.warped(width: width, height: height, dpi: dpi, map: map, outside: .white)
  }

  /// A copier without colours: hard contrast, specks and the dots of its screen, or black and white
  /// only.
  package static func photocopy(
    _ picture: inout Raster, isBilevel: Bool, with random: inout SplitMix64
  ) {
    picture = picture.grayed()
    if isBilevel {
      HeldOutWear.halftone(&picture, strength: random.between(10, 40), with: &random)
      picture.blur(deviation: 0.5)
      PageWear.threshold(&picture, within: 105...150, with: &random)
    } else {
      let middle = random.between(120, 165)
      let steepness = random.between(0.035, 0.06)
      let levels = (0...255).map {
        UInt8(12 + 240 / (1 + exp(-(Double($0) - middle) * steepness)))
      }
      picture.withBytes { bytes in
        for index in 0..<bytes.count { bytes[index] = levels[Int(bytes[index])] }
      }
      HeldOutWear.toner(&picture, strength: random.between(0.1, 0.3), with: &random)
      HeldOutWear.halftone(&picture, strength: random.between(3, 12), with: &random)
      picture = picture.grayed()
    }
    PageWear.speckle(&picture, count: random.whole(30...160), with: &random)
    if isBilevel { PageWear.threshold(&picture, within: 127...128, with: &random) }
  }

  /// What a camera sees of a screen: its pixels, the waves between them and the sensor's, its glow.
  package static func screen(_ picture: inout Raster, with random: inout SplitMix64) {
    let pitch = random.between(2.2, 4.5)
    let angle = random.between(-0.06, 0.06)
    let depth = Float(random.between(0.12, 0.35))
    let wave = random.between(14, 60)
    let direction = random.between(0, .pi)
    let waves = Float(random.between(0.05, 0.16))
    let (columns, rows) = (picture.width, picture.height)
    let table = (0..<1024).map { Float(sin(Double($0) * 2 * .pi / 1024)) }
    let turn = 1024 / pitch
    picture.withBytes { bytes in
      for y in 0..<rows {
        for x in 0..<columns {
          let across = Double(x) * cos(angle) + Double(y) * sin(angle)
          let down = Double(y) * cos(angle) - Double(x) * sin(angle)
          let line = table[Int(down * turn) & 1023]
          let bent = (Double(x) * cos(direction) + Double(y) * sin(direction)) / wave
          let moire = table[Int((bent + 0.15 * sin(Double(y) / wave / 3)) * 1024) & 1023]
          let at = (y * columns + x) * 3
          for channel in 0..<3 {
            let cell = table[Int(across * turn + Double(channel) * 341) & 1023]
            let grid = 1 - depth * (0.5 + 0.3 * cell + 0.2 * line)
            let tint: Float = channel == 2 ? 1.12 : channel == 1 ? 1.04 : 0.98
            let rainbow = 1 + waves * moire * (channel == 1 ? -1 : 1)
            bytes[at + channel] = UInt8(
              min(max(Float(bytes[at + channel]) * grid * tint * rainbow + 12, 0), 255))
          }
        }
      }
    }
  }
}
