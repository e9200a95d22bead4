internal import Documents

/// Fits quadrilaterals to the edges of a picture, and says how well each is supported by them.
struct OutlineJudge: Sendable {
  let edges: EdgeField
  let channels: [GrayPlane]
  /// The weakest change that counts as an edge, in levels a pixel times eight.
  var threshold: Double

  /// What speaks for one side of an outline.
  struct SideSupport: Hashable, Sendable {
    /// The share of the side along which there is an edge in its direction.
    var edge: Double
    /// The same share on lines just outside: high where the ground is textured.
    var ground: Double
    /// By how many levels inside and outside differ.
    var step: Double
    /// The share of the side that stands in the picture.
    var visible: Double

    /// How much the side stands out, 0 … 1.
    var score: Double { max(0, edge - 0.6 * ground) / max(0.25, 1 - 0.6 * ground) }
  }

  /// `outline` with each side moved to the edges within `reach` pixels of it.
  func refined(_ outline: Quadrilateral, reach: Double) -> Quadrilateral {
    var lines: [StraightLine] = []
    for index in 0..<4 {
      let a = outline.corners[index]
      let b = outline.corners[(index + 1) % 4]
      guard let side = StraightLine(a, b) else { return outline }
      lines.append(fitted(side, from: a, to: b, reach: reach) ?? side)
    }
    var corners: [PixelPoint] = []
    for index in 0..<4 {
      guard let corner = lines[(index + 3) % 4].meeting(lines[index]) else { return outline }
      corners.append(corner)
    }
    let result = Quadrilateral(corners: corners)
    // A side that ran away would spoil more than it helps.
    let limit = reach * 3 + 2
    return result.largestCornerDistance(to: outline) <= limit ? result : outline
  }

  private func fitted(
    _ side: StraightLine, from a: PixelPoint, to b: PixelPoint, reach: Double
  ) -> StraightLine? {
    let samples = 64
    var points: [PixelPoint] = []
    var steps: [Double] = []
    for sample in 0..<samples {
      let t = 0.07 + 0.86 * Double(sample) / Double(samples - 1)
      let x = a.x + (b.x - a.x) * t
      let y = a.y + (b.y - a.y) * t
      var best = 0.0
      var place = 0.0
      var offset = -reach
      while offset <= reach {
        let change = edges.change(x + side.nx * offset, y + side.ny * offset, side.nx, side.ny)
        // Nearer edges are preferred a little.
        let weight = abs(change) * (1 - 0.3 * abs(offset) / (reach + 1))
        if weight > best {
          best = weight
          place = offset
        }
        offset += 0.5
      }
      guard best >= threshold else { continue }
      let precise = place + peak(x + side.nx * place, y + side.ny * place, side)
      points.append(PixelPoint(x: x + side.nx * precise, y: y + side.ny * precise))
      steps.append(best)
    }
    guard points.count >= samples / 4 else { return nil }
    return StraightLine(fitting: points)
  }

  /// Where between the pixels the change is greatest, by a parabola through three values.
  private func peak(_ x: Double, _ y: Double, _ side: StraightLine) -> Double {
    let before = abs(edges.change(x - side.nx, y - side.ny, side.nx, side.ny))
    let here = abs(edges.change(x, y, side.nx, side.ny))
    let after = abs(edges.change(x + side.nx, y + side.ny, side.nx, side.ny))
    let bend = before - 2 * here + after
    // Changes are read at the centres of pixels, so the place within a pixel must be taken off.
    let rounding =
      ((x.rounded(.down) + 0.5) - x) * side.nx + ((y.rounded(.down) + 0.5) - y) * side.ny
    guard bend < -1e-9 else { return rounding }
    return rounding + min(0.5, max(-0.5, (before - after) / (2 * bend)))
  }

  /// What speaks for each side of `outline`: top, right, bottom, left.
  func support(of outline: Quadrilateral, samples: Int = 48) -> [SideSupport] {
    (0..<4).map { index in
      support(
        from: outline.corners[index], to: outline.corners[(index + 1) % 4], samples: samples)
    }
  }

  private func support(from a: PixelPoint, to b: PixelPoint, samples: Int) -> SideSupport {
    guard let side = StraightLine(a, b) else {
      return SideSupport(edge: 0, ground: 0, step: 0, visible: 0)
    }
    // Corners run clockwise, so the normal (−dy, dx) points inwards.
    var hits = 0
    var ground = 0
    var groundSamples = 0
    var visible = 0
    var inside: [[UInt8]] = channels.map { _ in [] }
    var outside = inside
    for sample in 0..<samples {
      let t = 0.06 + 0.88 * Double(sample) / Double(samples - 1)
      let x = a.x + (b.x - a.x) * t
      let y = a.y + (b.y - a.y) * t
      guard x >= 0, y >= 0, x < Double(edges.width), y < Double(edges.height) else { continue }
      visible += 1
      if hasEdge(x, y, side) { hits += 1 }
      for offset in [-8.0, -12.0] {
        let (gx, gy) = (x + side.nx * offset, y + side.ny * offset)
        guard gx >= 0, gy >= 0, gx < Double(edges.width), gy < Double(edges.height) else {
          continue
        }
        groundSamples += 1
        if hasEdge(gx, gy, side) { ground += 1 }
      }
      for (index, channel) in channels.enumerated() {
        if let value = channel.value(x + side.nx * 5, y + side.ny * 5) {
          inside[index].append(value)
        }
        if let value = channel.value(x - side.nx * 5, y - side.ny * 5) {
          outside[index].append(value)
        }
      }
    }
    var step = 0.0
    for index in channels.indices {
      guard let within = Self.median(&inside[index]), let beyond = Self.median(&outside[index])
      else { continue }
      step = max(step, abs(within - beyond))
    }
    return SideSupport(
      edge: Double(hits) / Double(max(1, visible)),
      ground: groundSamples == 0 ? 0 : Double(ground) / Double(groundSamples),
      step: step, visible: Double(visible) / Double(samples))
  }

  /// How the sides of an outline go on beyond its corners.
  struct Continuations: Hashable, Sendable {
    /// How many ends of sides go on, 0 … 8.
    var count: Int
    /// Whether both neighbours of a side go on beyond it.
    var isCrossed: Bool
  }

  /// How the sides of `outline` go on as edges beyond its corners: the sides of a card end there, the
  /// rules of a table do not.
  func continuations(of outline: Quadrilateral) -> Continuations {
    // Of each side: whether it goes on beyond its first and beyond its second corner.
    let sides = (0..<4).map { index in
      let a = outline.corners[index]
      let b = outline.corners[(index + 1) % 4]
      return (first: goesOn(from: b, beyond: a), second: goesOn(from: a, beyond: b))
    }
    return Continuations(
      count: sides.reduce(0) { $0 + ($1.first ? 1 : 0) + ($1.second ? 1 : 0) },
      isCrossed: (0..<4).contains { sides[($0 + 3) % 4].second && sides[($0 + 1) % 4].first })
  }

  private func goesOn(from a: PixelPoint, beyond b: PixelPoint) -> Bool {
    guard let side = StraightLine(a, b) else { return false }
    let samples = 24
    var hits = 0
    for sample in 0..<samples {
      // Through the corner: a neighbour's side in the same line leaves a gap.
      let t = 0.98 + 0.12 * Double(sample) / Double(samples - 1)
      if hasEdge(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, side) { hits += 1 }
    }
    return hits * 6 >= samples * 5
  }

  private static func median(_ values: inout [UInt8]) -> Double? {
    guard values.count >= 5 else { return nil }
    values.sort()
    return Double(values[values.count / 2])
  }

  @inline(__always)
  private func hasEdge(_ x: Double, _ y: Double, _ side: StraightLine) -> Bool {
    for offset in [0.0, -1, 1] {
      let (px, py) = (x + side.nx * offset, y + side.ny * offset)
      let column = Int(px.rounded(.down))
      let row = Int(py.rounded(.down))
      guard column >= 0, row >= 0, column < edges.width, row < edges.height else { continue }
      let index = row * edges.width + column
      let along = abs(Double(edges.across[index]) * side.nx + Double(edges.down[index]) * side.ny)
      // The change must run across the side, not along it.
      if along >= threshold, along >= 0.75 * Double(edges.strength[index]) { return true }
    }
    return false
  }
}

extension GrayPlane {
  /// The byte at a place in pixels; nil outside.
  func value(_ x: Double, _ y: Double) -> UInt8? {
    guard x >= 0, y >= 0, x < Double(width), y < Double(height) else { return nil }
    return bytes[Int(y) * width + Int(x)]
  }
}
