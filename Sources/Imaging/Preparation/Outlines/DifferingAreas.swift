/// Proposes outlines by colour: what differs from the ground at the frame of the picture.
struct DifferingAreas: Sendable {
  let channels: [GrayPlane]

  /// The quadrilaterals around areas that differ from the ground by at least `levels`.
  func outlines(levels: Int, opening: Int) -> [Quadrilateral] {
    let first = channels[0]
    var map = InkMap(
      width: first.width, height: first.height,
      pixels: [UInt8](repeating: 0, count: first.bytes.count))
    for channel in channels {
      let ground = Int(Self.ground(of: channel))
      for index in map.pixels.indices where abs(Int(channel.bytes[index]) - ground) >= levels {
        map.pixels[index] = 1
      }
    }
    let closed = map.dilated(by: opening).eroded(by: opening)
    let opened = closed.withHolesFilled().eroded(by: opening).dilated(by: opening)
    return EnclosedAreas.outlines(of: opened)
  }

  /// The quadrilaterals around bright paper on a darker ground.
  func brightOutlines(opening: Int) -> [Quadrilateral] {
    let gray = channels.count == 3 ? channels[1] : channels[0]
    let threshold = Self.divide(gray.histogram())
    let map = InkMap(
      width: gray.width, height: gray.height, pixels: gray.bytes.map { $0 > threshold ? 1 : 0 })
    let closed = map.dilated(by: opening).eroded(by: opening).withHolesFilled()
    return EnclosedAreas.outlines(of: closed.eroded(by: opening).dilated(by: opening))
  }

  /// The most usual brightness along the frame.
  private static func ground(of plane: GrayPlane) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    let margin = max(1, min(plane.width, plane.height) / 50)
    for y in 0..<plane.height {
      let isNearTop = y < margin || y >= plane.height - margin
      for x in 0..<plane.width {
        guard isNearTop || x < margin || x >= plane.width - margin else { continue }
        counts[Int(plane[x, y])] += 1
      }
    }
    return GrayPlane.percentile(0.5, of: counts)
  }

  /// The brightness that parts a histogram into two groups farthest apart (Otsu).
  static func divide(_ histogram: [Int]) -> UInt8 {
    let total = Double(histogram.reduce(0, +))
    let sum = histogram.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) }
    var (weight, partial, best, threshold) = (0.0, 0.0, -1.0, 127)
    for value in 0..<256 {
      weight += Double(histogram[value])
      partial += Double(value * histogram[value])
      guard weight > 0, weight < total else { continue }
      let difference = partial / weight - (sum - partial) / (total - weight)
      let spread = weight * (total - weight) * difference * difference
      if spread > best {
        best = spread
        threshold = value
      }
    }
    return UInt8(threshold)
  }
}
