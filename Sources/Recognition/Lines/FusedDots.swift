internal import Documents

/// The dots of leaders that touch the letters printed over them: they make Ẹ of E, y of v and 4 of 1.
///
/// A leader stands in even steps, so its other dots tell where those under letters are. Of these goes
/// what sticks out below the feet of the letters.
struct FusedDots {
  /// What sticks out, to be made paper.
  private(set) var boxes: [PixelBox] = []

  /// The feet of letters are where a row between the dots has such a share of the ink of the fullest.
  private static let footShare = 0.35
  /// So many pixels between the dots tell where the feet are.
  private static let fewestOfFeet = 6.0
  /// By so many pixels a dot is wider than its place, and by so many its gray edge than its ink.
  private static let (widest, halo) = (3, 2)
  /// The most places beyond the last dot of a leader.
  private static let farthest = 60

  /// Finds the dots of `leaders` that touch `letters`.
  ///
  /// `share` tells which share of a box is ink. Dots of one leader end at most `slack` pixels lower than
  /// others; what goes further down is a mark or a descender.
  init(
    of leaders: [DottedLeaders.Leader], below letters: [PixelBox], slack: Int,
    ink share: (PixelBox) -> Double
  ) {
    let heights = letters.map(\.height).sorted()
    guard !heights.isEmpty else { return }
    // Commas are lower.
    let least = heights[heights.count / 2] / 2
    let letters = letters.filter { $0.height >= least }
    for leader in leaders {
      let places = Self.places(in: leader) { share($0) >= 0.3 }
      // Dots further below touch only what goes on below the feet itself: commas, the tail of a y.
      guard let depth = Self.depth(of: places, in: leader, ink: share),
        (1...leader.size + 1 + slack).contains(depth)
      else { continue }
      for place in places {
        let isFused = letters.contains {
          Double($0.x) <= place.midX && place.midX <= Double($0.maxX) && $0.y < place.y
            && $0.maxY >= place.maxY - 1
        }
        guard isFused, let spur = Self.spur(at: place, depth: depth, slack: slack, ink: share)
        else {
          continue
        }
        boxes.append(spur)
      }
    }
  }

  /// Where dots of `leader` stand that are no components of their own.
  private static func places(
    in leader: DottedLeaders.Leader, isInk: (PixelBox) -> Bool
  ) -> [PixelBox] {
    let (dots, pitch, size) = (leader.dots, leader.pitch, leader.size)
    guard let first = dots.first, let last = dots.last, pitch > Double(size) else { return [] }
    func place(_ middle: Double, _ bottom: Double) -> PixelBox {
      PixelBox(
        x: Int((middle - Double(size) / 2).rounded()), y: Int(bottom.rounded()) - size,
        width: size, height: size)
    }
    var places: [PixelBox] = []
    for (left, right) in zip(dots, dots.dropFirst()) {
      let steps = ((right.midX - left.midX) / pitch).rounded()
      guard steps >= 2, abs((right.midX - left.midX) / steps - pitch) <= 0.15 * pitch else {
        continue
      }
      for step in 1..<Int(steps) {
        let part = Double(step) / steps
        let box = place(
          left.midX + part * (right.midX - left.midX),
          Double(left.maxY) + part * Double(right.maxY - left.maxY))
        if isInk(box) { places.append(box) }
      }
    }
    let slope = Double(last.maxY - first.maxY) / max(1, last.midX - first.midX)
    for (end, step) in [(first, -pitch), (last, pitch)] {
      for index in 1...farthest {
        let distance = step * Double(index)
        let box = place(end.midX + distance, Double(end.maxY) + slope * distance)
        guard isInk(box) else { break }
        places.append(box)
      }
    }
    return places.sorted { $0.x < $1.x }
  }

  /// How many pixels below the feet of the letters the dots end; nil where no feet are seen.
  private static func depth(
    of places: [PixelBox], in leader: DottedLeaders.Leader, ink share: (PixelBox) -> Double
  ) -> Int? {
    let width = max(1, Int(leader.pitch) - leader.size - 2)
    let gaps = zip(places, places.dropFirst()).filter {
      abs($1.midX - $0.midX - leader.pitch) <= 0.3 * leader.pitch
    }.map { left, right in
      (x: Int(((left.midX + right.midX - Double(width)) / 2).rounded()), bottom: left.maxY)
    }
    let rows = (0..<(3 * leader.size)).map { row in
      gaps.reduce(0.0) { sum, gap in
        let box = PixelBox(x: gap.x, y: gap.bottom - 1 - row, width: width, height: 1)
        return sum + share(box) * Double(box.area)
      }
    }
    guard let most = rows.max(), most >= fewestOfFeet else { return nil }
    return rows.firstIndex { $0 >= footShare * most }
  }

  /// What sticks out at `place` below feet that are `depth` above its lower edge; nil where it goes on
  /// below, as descenders do and marks, which are lower than dots.
  private static func spur(
    at place: PixelBox, depth: Int, slack: Int, ink share: (PixelBox) -> Double
  ) -> PixelBox? {
    let (x, width) = (place.x - 1, place.width + 2)
    func hasInk(_ y: Int) -> Bool {
      share(PixelBox(x: x, y: y, width: width, height: 1)) > 0
    }
    let (foot, end) = (place.maxY - 1 - depth, place.maxY + slack)
    guard (place.maxY - 1 - slack..<place.maxY).contains(where: hasInk),
      !(end..<end + place.height).contains(where: hasInk)
    else { return nil }
    let rows = (y: foot + 1, height: end - foot)
    func edge(from start: Int, step: Int) -> Int {
      func isInk(_ x: Int) -> Bool {
        share(PixelBox(x: x, y: rows.y, width: 1, height: rows.height)) > 0
      }
      // As wide as its ink, and the gray around it.
      let edges = (0...widest + halo).map { start + step * $0 }
      guard let end = edges.firstIndex(where: { !isInk($0) }), end <= widest else { return start }
      return edges[end..<end + halo].last { !isInk($0) } ?? edges[end]
    }
    let left = edge(from: x, step: -1)
    let right = edge(from: x + width - 1, step: 1)
    return PixelBox(x: left, y: rows.y, width: right + 1 - left, height: rows.height)
  }
}
