import Foundation

/// Photographs drawn pages and cards lying on a table.
package enum PhoneCamera {
  /// How wide the subject must be in the picture, in pixels.
  package static func subjectWidth(isSheet: Bool) -> Int { isSheet ? 2200 : 2000 }

  /// The resolution to draw a subject of `width` millimetres at.
  package static func dpi(subjectWidth width: Double, isSheet: Bool) -> Double {
    Double(subjectWidth(isSheet: isSheet)) / width * 25.4 * 1.06
  }

  /// A photograph of `subject` with its corners shifted, on a table, in uneven light.
  ///
  /// `corner` is the radius of the subject's round corners in pixels of `subject`; `isHeldOut`
  /// asks for damage of the kinds that only figures are taken on.
  package static func photograph(
    _ subject: Raster, corner: Double = 0, isHeldOut: Bool = false,
    with random: inout SplitMix64
  ) -> Raster {
    shot(of: subject, corner: corner, isHeldOut: isHeldOut, with: &random).picture
  }

  /// A photograph, and where the corners of its subject lie in it.
  ///
  /// `turn` is how far the subject is turned clockwise, in degrees; without it, hardly.
  package static func shot(
    of subject: Raster, corner: Double = 0, isHeldOut: Bool = false, turn: Double? = nil,
    with random: inout SplitMix64
  ) -> (picture: Raster, corners: [Point]) {
    let margin = random.between(0.06, 0.16)
    // A subject turned by any angle needs room for its diagonal.
    let room = turn.map { angle in
      let (c, s) = (abs(cos(angle * .pi / 180)), abs(sin(angle * .pi / 180)))
      let size = (Double(subject.width), Double(subject.height))
      return (size.0 * c + size.1 * s, size.0 * s + size.1 * c)
    }
    let size = room ?? (Double(subject.width), Double(subject.height))
    let width = Int(size.0 + Double(subject.width) * 2 * margin)
    let height = Int(size.1 + Double(subject.width) * 2 * margin * 0.9)
    var photo = TableTexture.draw(width: width, height: height, dpi: subject.dpi, with: &random)

    let left = (Double(width) - Double(subject.width)) / 2
    let top = (Double(height) - Double(subject.height)) / 2
    let slight = random.between(-2.5, 2.5)
    let middle = Point(Double(width) / 2, Double(height) / 2)
    let reach = 0.035 * Double(min(subject.width, subject.height))
    let corners = [
      Point(left, top), Point(left + Double(subject.width), top),
      Point(left + Double(subject.width), top + Double(subject.height)),
      Point(left, top + Double(subject.height)),
    ].map { corner in
      corner.turned(degrees: turn ?? slight, about: middle)
        + Point(random.between(-reach, reach), random.between(-reach, reach))
    }
    shadow(on: &photo, under: corners, with: &random)
    if let map = PlaneMap.quadrilateral(
      corners, width: Double(subject.width), height: Double(subject.height))
    {
      if corner > 0 {
        let backdrop = photo
        subject.warp(into: &photo, map: map)
        roundCorners(
          of: &photo, map: map, width: Double(subject.width), height: Double(subject.height),
          radius: corner, backdrop: backdrop)
      } else {
        subject.warp(into: &photo, map: map)
      }
    }
    light(&photo, with: &random)
    let (blur, noise) = (random.between(0.4, 1.1), random.between(1, 4))
    if isHeldOut {
      HeldOutWear.photograph(&photo, blur: blur, noise: noise, with: &random)
    } else {
      photo.blur(deviation: blur)
      photo.addNoise(deviation: noise, isGray: false, with: &random)
    }
    return (photo, corners)
  }

  private static func roundCorners(
    of photo: inout Raster, map: PlaneMap, width: Double, height: Double, radius: Double,
    backdrop: Raster
  ) {
    let (columns, rows) = (photo.width, photo.height)
    let frame = map.frame(ofWidth: width, height: height, within: (columns, rows))
    // Only near the four corners can a pixel lie outside the round of one.
    let near = [(0, 0), (width, 0), (width, height), (0, height)].map { map.place(of: $0, $1) }
    let reach = radius * 1.6
    photo.withBytes { bytes in
      for y in frame.rows where near.contains(where: { abs($0.y - Double(y)) < reach }) {
        for x in frame.columns where near.contains(where: { abs($0.x - Double(x)) < reach }) {
          let place = map.source(ofX: Double(x) + 0.5, y: Double(y) + 0.5)
          let insideX = max(radius - place.x, place.x - (width - radius))
          let insideY = max(radius - place.y, place.y - (height - radius))
          guard insideX > 0, insideY > 0, hypot(insideX, insideY) > radius else { continue }
          let at = (y * columns + x) * 3
          for channel in 0..<3 { bytes[at + channel] = backdrop.bytes[at + channel] }
        }
      }
    }
  }

  private static func shadow(
    on photo: inout Raster, under corners: [Point], with random: inout SplitMix64
  ) {
    let shift = Point(random.between(4, 14), random.between(4, 14))
    let spread = random.between(8, 22)
    let depth = random.between(0.25, 0.5)
    let centre = corners.reduce(Point(0, 0), +)
    let middle = Point(centre.x / 4 + shift.x, centre.y / 4 + shift.y)
    let edges = (0..<4).map { index -> (Point, Point) in
      let start = corners[index] + shift
      let end = corners[(index + 1) % 4] + shift
      let length = max(hypot(end.x - start.x, end.y - start.y), 1)
      var normal = Point((end.y - start.y) / length, -(end.x - start.x) / length)
      if (start.x - middle.x) * normal.x + (start.y - middle.y) * normal.y < 0 {
        normal = Point(-normal.x, -normal.y)
      }
      return (start, normal)
    }
    let (columns, rows) = (Double(photo.width), Double(photo.height))
    PageWear.eachSmoothly(&photo) { x, y in
      var outside = -Double.infinity
      for (start, normal) in edges {
        outside = max(
          outside, (x * columns - start.x) * normal.x + (y * rows - start.y) * normal.y)
        if outside > 2 * spread { return 1 }
      }
      return 1 - depth * min(max(0.5 - outside / (2 * spread), 0), 1)
    }
  }

  /// Light that falls off by up to 35 percent to one side, and on a third of all photographs
  /// a bright spot.
  private static func light(_ photo: inout Raster, with random: inout SplitMix64) {
    let fall = random.between(0.05, 0.35)
    let angle = random.between(0, 2 * .pi)
    let (directionX, directionY) = (cos(angle), sin(angle))
    let warm = random.between(-0.06, 0.06)
    let glare = random.chance(1 / 3.0)
    let spot = Point(random.between(0.2, 0.8), random.between(0.2, 0.8))
    let size = random.between(0.05, 0.12)
    let power = glare ? random.between(40, 110) : 0
    let (columns, rows) = (photo.width, photo.height)
    let ratio = Double(rows) / Double(columns)
    func bell(_ count: Int, _ middle: Double, _ scale: Double) -> [Float] {
      (0..<count).map { index in
        let offset = (Double(index) / Double(count) - middle) * scale
        return Float(exp(-(offset * offset) / (2 * size * size)))
      }
    }
    let across = bell(columns, spot.x, 1)
    let down = bell(rows, spot.y, ratio).map { $0 * Float(power) }
    let (red, blue) = (Float(1 + warm), Float(1 - warm))
    let step = Float(directionX / 1.4 / Double(columns))
    photo.withBytes { bytes in
      across.withUnsafeBufferPointer { across in
        for row in 0..<rows {
          let y = Double(row) / Double(rows)
          let start = Float((directionX * -0.5 + directionY * (y - 0.5) + 0.7) / 1.4)
          var at = row * columns * 3
          let bright = down[row]
          for column in 0..<columns {
            let along = start + step * Float(column)
            let level = 1 - Float(fall) * min(max(along, 0), 1)
            let glow = bright * across[column]
            bytes[at] = clamp(Float(bytes[at]) * level * red + glow)
            bytes[at + 1] = clamp(Float(bytes[at + 1]) * level + glow)
            bytes[at + 2] = clamp(Float(bytes[at + 2]) * level * blue + glow)
            at += 3
          }
        }
      }
    }
  }

  @inline(__always)
  private static func clamp(_ value: Float) -> UInt8 { UInt8(min(max(value, 0), 255)) }
}
