internal import CTesseract
internal import Glibc

/// The rings of a round seal in a picture, which are as black as print where a page has two tones.
///
/// Circles are voted for by the ink at a quarter of the size, then measured at full size.
struct SealRings {
  /// The middle, in pixels.
  let x: Double
  let y: Double
  /// The radii at which ink stands nearly all the way round, in pixels.
  let radii: [Double]

  /// Of this share of a circle ink must be seen: print and signatures lie over it, not beside it.
  private static let leastCover = 0.72
  /// The radii of seals in millimetres.
  private static let sizes = 13.0...22.0
  private static let reduction = 4

  /// Whitens the rings of a seal in `gray` (8 bits a pixel), of which `density` pixels make a
  /// millimetre; returns whether there was one.
  @discardableResult
  static func erase(from gray: borrowing Picture, density: Double) throws(RecognitionError) -> Bool
  {
    let ink = try Picture(pixThresholdToBinary(gray.pix, 128))
    guard let rings = try SealRings(in: ink, density: density) else { return false }
    rings.erase(from: gray, ink: ink)
    return true
  }

  /// Finds the rings in `ink` (1 bit a pixel); nil where there is no seal.
  private init?(in ink: borrowing Picture, density: Double) throws(RecognitionError) {
    let small = try Picture(pixReduceRankBinaryCascade(ink.pix, 1, 1, 0, 0))
    guard let found = Self.circle(in: small, density: density / Double(Self.reduction)) else {
      return nil
    }
    let scale = Double(Self.reduction)
    // About the true middle a ring as thick as it is stands all the way round.
    var best = (x: 0.0, y: 0.0, radius: 0.0, cover: 0.0, weight: 0.0)
    for dx in stride(from: -4.0, through: 4, by: 1) {
      for dy in stride(from: -4.0, through: 4, by: 1) {
        let (x, y) = ((found.x + 0.5) * scale + dx, (found.y + 0.5) * scale + dy)
        var (weight, radius, most) = (0.0, 0.0, 0.0)
        for dr in stride(from: -8.0, through: 8, by: 1) {
          let cover = Self.cover(of: ink, x: x, y: y, radius: found.radius * scale + dr)
          weight += max(0, cover - 0.5)
          if cover > most { (radius, most) = (found.radius * scale + dr, cover) }
        }
        if weight > best.weight { best = (x, y, radius, most, weight) }
      }
    }
    guard best.cover >= Self.leastCover else { return nil }
    (x, y) = (best.x, best.y)
    radii = stride(from: 0.5 * best.radius, through: 1.12 * best.radius, by: 1).filter {
      Self.cover(of: ink, x: best.x, y: best.y, radius: $0) >= Self.leastCover
    }
  }

  /// The circle of a seal's size that most ink lies on.
  private static func circle(
    in ink: borrowing Picture, density: Double
  ) -> (x: Double, y: Double, radius: Double)? {
    let (width, height) = (ink.width, ink.height)
    var points: [(x: Double, y: Double)] = []
    for y in 0..<height {
      for x in 0..<width where ink.value(x: x, y: y) != 0 { points.append((Double(x), Double(y))) }
    }
    let directions = (0..<48).map { 2 * Double.pi * Double($0) / 48 }
      .map { (x: cos($0), y: sin($0)) }
    var best: (x: Double, y: Double, radius: Double, cover: Double)?
    var votes = [UInt16](repeating: 0, count: width * height)
    for radius in stride(
      from: sizes.lowerBound * density, through: sizes.upperBound * density, by: 1)
    {
      for index in votes.indices { votes[index] = 0 }
      for point in points {
        for direction in directions {
          let x = Int(point.x + radius * direction.x)
          let y = Int(point.y + radius * direction.y)
          if x >= 0, y >= 0, x < width, y < height { votes[y * width + x] += 1 }
        }
      }
      guard let most = votes.indices.max(by: { votes[$0] < votes[$1] }) else { continue }
      let (x, y) = (Double(most % width), Double(most / width))
      let cover = cover(of: ink, x: x, y: y, radius: radius)
      if cover > best?.cover ?? leastCover { best = (x, y, radius, cover) }
    }
    return best.map { ($0.x, $0.y, $0.radius) }
  }

  /// The share of the circle on which ink stands, 0 … 1.
  private static func cover(
    of ink: borrowing Picture, x: Double, y: Double, radius: Double
  ) -> Double {
    let steps = 180
    var count = 0
    for step in 0..<steps {
      let angle = 2 * Double.pi * Double(step) / Double(steps)
      let value = ink.value(
        x: Int((x + radius * cos(angle)).rounded()), y: Int((y + radius * sin(angle)).rounded()))
      count += value != 0 ? 1 : 0
    }
    return Double(count) / Double(steps)
  }

  /// Whitens the rings in `gray`, whose ink is `ink`; strokes that cross them stay.
  private func erase(from gray: borrowing Picture, ink: borrowing Picture) {
    for band in bands {
      // What goes on far beyond the ring is a stroke of print.
      let reach = 0.6 * Double(band.count) + 2
      // Steps of half a pixel leave none out.
      let steps = Int(14 * (band.last ?? 0))
      for step in 0..<steps {
        let angle = 2 * Double.pi * Double(step) / Double(steps)
        let (dx, dy) = (cos(angle), sin(angle))
        guard let first = band.first, let last = band.last else { continue }
        func isSeen(_ radius: Double) -> Bool {
          ink.value(x: Int((x + radius * dx).rounded()), y: Int((y + radius * dy).rounded())) != 0
        }
        if isSeen(first - reach) || isSeen(last + reach) { continue }
        for radius in stride(from: first - reach, through: last + reach, by: 0.5) {
          let (column, row) = (Int((x + radius * dx).rounded()), Int((y + radius * dy).rounded()))
          guard column >= 0, row >= 0, column < gray.width, row < gray.height else { continue }
          pixSetPixel(gray.pix, Int32(column), Int32(row), 255)
        }
      }
    }
  }

  /// The radii that belong to one ring each.
  private var bands: [[Double]] {
    radii.reduce(into: []) { bands, radius in
      if let last = bands.last?.last, radius - last <= 1.5 {
        bands[bands.count - 1].append(radius)
      } else {
        bands.append([radius])
      }
    }
  }
}
