import Foundation

/// Damage to a scanned page: shade, dirt, holes and borders.
package enum PageWear {
  /// Lowers the light towards a random side or corner.
  static func shade(_ page: inout Raster, strength: Double, with random: inout SplitMix64) {
    let angle = random.between(0, 2 * .pi)
    let (directionX, directionY) = (cos(angle), sin(angle))
    let wave = random.between(0, 1)
    let phase = random.between(0, 6)
    eachSmoothly(&page) { x, y in
      let along = (directionX * (x - 0.5) + directionY * (y - 0.5) + 0.7) / 1.4
      let ripple = wave * 0.25 * sin(phase + 5 * (x * directionY - y * directionX))
      return 1 - strength * min(max(along + ripple, 0), 1)
    }
  }

  /// Grays the paper and lightens the ink.
  static func wash(_ page: inout Raster, strength: Double) {
    let low = 255 * strength * 0.7
    let high = 255 * (1 - strength * 0.35)
    let levels = (0...255).map { UInt8(low + (high - low) * Double($0) / 255) }
    page.withBytes { bytes in
      for index in 0..<bytes.count { bytes[index] = levels[Int(bytes[index])] }
    }
  }

  /// Two holes at the left margin, dark or white as the lid behind them.
  static func punch(_ page: inout Raster, count: Int, with random: inout SplitMix64) {
    let pixels = page.dpi / 25.4
    let ink = random.chance(0.6) ? Ink(0.12, 0.12, 0.12) : Ink(0.97, 0.97, 0.97)
    let middle = Double(page.height) / 2 + random.between(-8, 8) * pixels
    let x = random.between(9, 12) * pixels
    for index in 0..<count {
      let y = middle + (Double(index) - Double(count - 1) / 2) * 80 * pixels
      disc(&page, centre: Point(x, y), radius: 2.8 * pixels, ink: ink)
    }
  }

  /// Black borders along one to three edges, not quite straight.
  static func border(_ page: inout Raster, width: Double, with random: inout SplitMix64) {
    let pixels = width * page.dpi / 25.4
    let edges = (0..<4).filter { _ in random.chance(0.5) }
    let slopes = (0..<4).map { _ in random.between(-0.5, 0.5) }
    let (columns, rows) = (Double(page.width), Double(page.height))
    each(&page) { x, y in
      for edge in edges {
        let (depth, along) =
          switch edge {
          case 0: (x * columns, y)
          case 1: (y * rows, x)
          case 2: ((1 - x) * columns, y)
          default: ((1 - y) * rows, x)
          }
        if depth < pixels * (0.6 + slopes[edge] * along) { return 0.08 }
      }
      return 1
    }
  }

  /// Dark specks of dust.
  static func speckle(_ page: inout Raster, count: Int, with random: inout SplitMix64) {
    for _ in 0..<count {
      let place = Point(
        random.between(0, Double(page.width)), random.between(0, Double(page.height)))
      let radius = random.between(0.05, 0.17) * page.dpi / 25.4
      let light = random.between(0.1, 0.5)
      disc(&page, centre: place, radius: radius, ink: Ink(light, light, light))
    }
  }

  /// Black and white at a random threshold; a low one breaks strokes, a high one fills them.
  static func threshold(
    _ page: inout Raster, within range: ClosedRange<Int> = 120...165,
    with random: inout SplitMix64
  ) {
    let limit = UInt8(random.whole(range))
    page.withBytes { bytes in
      for index in 0..<bytes.count { bytes[index] = bytes[index] < limit ? 0 : 255 }
    }
  }

  private static func disc(_ page: inout Raster, centre: Point, radius: Double, ink: Ink) {
    let colour = [ink.red, ink.green, ink.blue].map { $0 * 255 }
    let (columns, rows) = (page.width, page.height)
    page.withBytes { bytes in
      for y in max(0, Int(centre.y - radius - 1))...max(0, Int(centre.y + radius + 1)) {
        guard y < rows else { break }
        for x in max(0, Int(centre.x - radius - 1))...max(0, Int(centre.x + radius + 1)) {
          guard x < columns else { break }
          let distance = hypot(Double(x) + 0.5 - centre.x, Double(y) + 0.5 - centre.y)
          let share = min(max(radius - distance + 0.5, 0), 1)
          guard share > 0 else { continue }
          let at = (y * columns + x) * 3
          for channel in 0..<3 {
            bytes[at + channel] = UInt8(
              Double(bytes[at + channel]) * (1 - share) + colour[channel] * share)
          }
        }
      }
    }
  }

  /// Multiplies each pixel by what `factor` says of its place (both coordinates in 0 … 1).
  @inline(__always)
  static func each(_ page: inout Raster, _ factor: (Double, Double) -> Double) {
    let (columns, rows) = (page.width, page.height)
    page.withBytes { bytes in
      var at = 0
      for y in 0..<rows {
        for x in 0..<columns {
          let light = factor(Double(x) / Double(columns), Double(y) / Double(rows))
          for channel in 0..<3 where light != 1 {
            bytes[at + channel] = UInt8(min(max(Double(bytes[at + channel]) * light, 0), 255))
          }
          at += 3
        }
      }
    }
  }

  /// As `each`, for a factor so smooth that between every sixteenth pixel it is a straight line.
  static func eachSmoothly(_ page: inout Raster, _ factor: (Double, Double) -> Double) {
    let (columns, rows) = (page.width, page.height)
    let span = 16
    page.withBytes { bytes in
      for y in 0..<rows {
        let height = Double(y) / Double(rows)
        var level = Float(factor(0, height))
        var start = 0
        while start < columns {
          let next = Float(factor(Double(start + span) / Double(columns), height))
          let step = (next - level) / Float(span)
          let end = min(start + span, columns)
          for x in start..<end {
            let light = level + step * Float(x - start)
            let at = (y * columns + x) * 3
            for channel in 0..<3 {
              bytes[at + channel] = UInt8(min(max(Float(bytes[at + channel]) * light, 0), 255))
            }
          }
          level = next
          start = end
        }
      }
    }
  }
}
