import Foundation

/// Damage of other kinds than scanners and cameras of the ordinary corpus do, within the limits of
/// the same tiers; only figures are taken on it, nothing is tuned.
enum HeldOutWear {
  /// What a scan suffers instead of a round blur and grain that is the same everywhere.
  static func wear(
    _ scan: inout Raster, settings: ScanSettings, with random: inout SplitMix64
  ) {
    let isCopy = settings.copyWash > 0
    if random.chance(0.6) {
      motion(&scan, deviation: settings.blur, with: &random)
    } else {
      scan.blur(deviation: settings.blur)
    }
    fringes(&scan, shift: random.between(0, 0.45))
    if isCopy || settings.isGray {
      toner(&scan, strength: random.between(0.05, 0.18), with: &random)
    }
    if isCopy { halftone(&scan, strength: random.between(4, 14), with: &random) }
    paper(&scan, deviation: settings.noise, with: &random)
    scan.addNoise(deviation: settings.noise * 0.6, isGray: settings.isGray, with: &random)
  }

  /// What a photograph suffers: a hand that moves, a lens with colour fringes and dark corners.
  static func photograph(
    _ photo: inout Raster, blur: Double, noise: Double, with random: inout SplitMix64
  ) {
    motion(&photo, deviation: blur, with: &random)
    fringes(&photo, shift: random.between(0.1, 0.9))
    let depth = random.between(0.05, 0.22)
    PageWear.eachSmoothly(&photo) { x, y in
      1 - depth * 2 * ((x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5))
    }
    paper(&photo, deviation: noise, with: &random)
    photo.addNoise(deviation: noise * 0.6, isGray: false, with: &random)
  }

  /// Smears along a line whose spread is that of a bell of `deviation`.
  static func motion(
    _ picture: inout Raster, deviation: Double, with random: inout SplitMix64
  ) {
    let angle = random.between(0, .pi)
    guard deviation > 0.05 else { return }
    let reach = deviation * 12.0.squareRoot() / 2
    var weights: [PixelOffset: Double] = [:]
    for step in -12...12 {
      let along = reach * Double(step) / 12
      let (x, y) = (along * cos(angle), along * sin(angle))
      let (left, top) = (x.rounded(.down), y.rounded(.down))
      for (dx, shareX) in [(0, 1 - (x - left)), (1, x - left)] {
        for (dy, shareY) in [(0, 1 - (y - top)), (1, y - top)] where shareX * shareY > 0 {
          weights[PixelOffset(x: Int(left) + dx, y: Int(top) + dy), default: 0] += shareX * shareY
        }
      }
    }
    picture.spread(weights)
  }

  /// Moves red and blue apart by up to a pixel.
  static func fringes(_ picture: inout Raster, shift: Double) {
    let far = Int(shift * 256)
    let (columns, rows) = (picture.width, picture.height)
    picture.withBytes { bytes in
      for y in 0..<rows {
        let row = y * columns * 3
        for x in 0..<(columns - 1) {
          let at = row + x * 3
          bytes[at] = UInt8((Int(bytes[at]) * (256 - far) + Int(bytes[at + 3]) * far) >> 8)
        }
        for x in stride(from: columns - 1, to: 0, by: -1) {
          let at = row + x * 3 + 2
          bytes[at] = UInt8((Int(bytes[at]) * (256 - far) + Int(bytes[at - 3]) * far) >> 8)
        }
      }
    }
  }

  /// Ink that the drum left thin in places.
  static func toner(_ picture: inout Raster, strength: Double, with random: inout SplitMix64) {
    change(&picture, cell: picture.dpi / 25.4 * 6, with: &random) { value, height in
      value + (255 - value) * Float(strength) * max(height, 0)
    }
  }

  /// The grain of paper, coarser than a sensor's noise.
  static func paper(_ picture: inout Raster, deviation: Double, with random: inout SplitMix64) {
    let cell = random.between(2, 5)
    change(&picture, cell: cell, with: &random) { value, height in
      value + height * Float(deviation) * 1.2
    }
  }

  /// The dots of a copier's screen.
  static func halftone(
    _ picture: inout Raster, strength: Double, with random: inout SplitMix64
  ) {
    let pitch = random.between(2.6, 4)
    let angle = random.between(0.3, 1.2)
    let (u, v) = (cos(angle) * 2 * .pi / pitch, sin(angle) * 2 * .pi / pitch)
    let (columns, rows) = (picture.width, picture.height)
    let table = (0..<1024).map { Float(sin(Double($0) * 2 * .pi / 1024)) }
    let turn = 1024 / (2 * Double.pi)
    picture.withBytes { bytes in
      for y in 0..<rows {
        for x in 0..<columns {
          let first = Int((Double(x) * u + Double(y) * v) * turn)
          let second = Int((Double(y) * u - Double(x) * v) * turn)
          let dot = table[first & 1023] * table[second & 1023] * Float(strength)
          let at = (y * columns + x) * 3
          for channel in 0..<3 {
            bytes[at + channel] = UInt8(min(max(Float(bytes[at + channel]) + dot, 0), 255))
          }
        }
      }
    }
  }

  private static func change(
    _ picture: inout Raster, cell: Double, with random: inout SplitMix64,
    _ value: (Float, Float) -> Float
  ) {
    let noise = ValueNoise(
      width: picture.width, height: picture.height, cell: cell, with: &random)
    var line = [Float](repeating: 0, count: picture.width)
    let columns = picture.width
    for y in 0..<picture.height {
      noise.fill(&line, row: y)
      picture.withBytes { bytes in
        for x in 0..<columns {
          let at = (y * columns + x) * 3
          for channel in 0..<3 {
            bytes[at + channel] = UInt8(
              min(max(value(Float(bytes[at + channel]), line[x]), 0), 255))
          }
        }
      }
    }
  }
}
