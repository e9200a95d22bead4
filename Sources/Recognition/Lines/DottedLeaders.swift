internal import Documents

/// Tells the dots of dotted leaders from full stops, colons and marks of letters.
struct DottedLeaders {
  /// The dots of leaders.
  private(set) var dots: [PixelBox] = []
  /// All other components.
  private(set) var rest: [PixelBox] = []
  /// The leaders, those under one value mostly in one.
  private(set) var leaders: [Leader] = []

  /// Dots in even steps, from left to right.
  struct Leader {
    var dots: [PixelBox]
    /// From the middle of one dot to that of the next, in pixels.
    var pitch: Double
    /// How high a dot is, in pixels.
    var size: Int

    /// The leader in a picture `factor` times as large.
    func scaled(by factor: Double) -> Leader {
      Leader(
        dots: dots.map { $0.scaled(by: factor) }, pitch: factor * pitch,
        size: Int(factor * Double(size)))
    }

    /// The leader with each dot as large as its ink, of which `share` tells the share in a box.
    func tightened(to share: (PixelBox) -> Double) -> Leader {
      let dots = dots.map { dot in
        let (left, right) = (dot.x - 1, dot.maxX + 1)
        let rows = (dot.y - 1..<dot.maxY + 1).filter {
          share(PixelBox(x: left, y: $0, width: right - left, height: 1)) > 0
        }
        guard let top = rows.first, let bottom = rows.last else { return dot }
        return PixelBox(x: dot.x, y: top, width: dot.width, height: bottom + 1 - top)
      }
      let heights = dots.map(\.height).sorted()
      return Leader(
        dots: dots, pitch: pitch, size: heights.isEmpty ? size : heights[heights.count / 2])
    }
  }

  /// As many dots in even steps make a leader; three may be an ellipsis.
  static let fewest = 5

  /// Dots in even steps on one base line.
  private struct Run {
    var dots: Set<Int>
    var first: PixelBox
    var last: PixelBox
    var count: Int
    var size: Int

    var pitch: Double { (last.midX - first.midX) / Double(max(1, count - 1)) }

    /// Where the dots would stand if the run went on from `dot` by steps of `step`.
    func places(from dot: PixelBox, step: Double) -> some Sequence<PixelBox> {
      let slope = Double(last.maxY - first.maxY) / max(1, last.midX - first.midX)
      return (1...400).lazy.map { index in
        let distance = step * Double(index)
        return PixelBox(
          x: Int((dot.midX + distance - Double(size) / 2).rounded()),
          y: Int((Double(dot.maxY - size) + slope * distance).rounded()), width: size, height: size)
      }
    }
  }

  /// What is taller, in pixels, is no dot on any page.
  private static let tallest = 9
  /// How high a dot is at most, as a share of the height of letters.
  private static let share = 0.55

  /// How high a dot is at most: in small print, letters without stems are as low as dots elsewhere.
  private static func mostHeight(among components: [PixelBox]) -> Int {
    let letters = components.map(\.height).filter { $0 > tallest }.sorted()
    guard !letters.isEmpty else { return tallest }
    return min(tallest, max(3, Int(share * Double(letters[letters.count / 2]))))
  }

  /// Sorts `components` out.
  ///
  /// `share` tells which share of a box is ink.
  init(among components: [PixelBox], ink share: (PixelBox) -> Double) {
    let most = Self.mostHeight(among: components)
    let small = components.indices.filter {
      components[$0].height <= most && components[$0].width <= 14
    }.sorted { (components[$0].x, components[$0].y) < (components[$1].x, components[$1].y) }
    var taken = Set<Int>()
    var runs: [Run] = []
    for chain in Self.chains(of: small, in: components) where chain.count >= Self.fewest {
      let chain = Self.withoutMarks(
        Self.trimmed(chain, in: components, small: small), in: components)
      guard chain.count >= Self.fewest else { continue }
      let boxes = chain.map { components[$0] }
      let gaps = zip(boxes, boxes.dropFirst()).map { $1.x - $0.x }.sorted()
      let usual = gaps[gaps.count / 2]
      let even = gaps.count(where: { abs($0 - usual) <= max(2, usual / 4) })
      guard even * 10 >= gaps.count * 7, let first = boxes.first, let last = boxes.last
      else { continue }
      taken.formUnion(chain)
      let sizes = boxes.map(\.height).sorted()
      // A skipped dot makes two steps of one gap.
      let steps = zip(boxes, boxes.dropFirst()).reduce(0.0) {
        $0 + (Double($1.1.x - $1.0.x) / Double(max(1, usual))).rounded()
      }
      runs.append(
        Run(
          dots: Set(chain), first: first, last: last, count: Int(steps) + 1,
          size: sizes[sizes.count / 2]))
    }
    taken.formUnion(
      Self.pieces(among: small.filter { !taken.contains($0) }, in: components, like: runs))
    let others = small.filter { !taken.contains($0) }
    for run in runs {
      var own = run.dots
      for (from, step) in [(run.first, -run.pitch), (run.last, run.pitch)] {
        own.formUnion(
          Self.walk(along: run, from: from, step: step, dots: others, in: components, ink: share))
      }
      taken.formUnion(own)
      leaders.append(
        Leader(
          dots: own.map { components[$0] }.sorted { $0.x < $1.x }, pitch: run.pitch, size: run.size)
      )
    }
    for index in components.indices {
      if taken.contains(index) {
        dots.append(components[index])
      } else {
        rest.append(components[index])
      }
    }
  }

  /// The run without a colon's lower dot or a full stop at its ends: that has a dot above it, or
  /// stands out of step.
  private static func trimmed(_ run: [Int], in components: [PixelBox], small: [Int]) -> [Int] {
    let gaps = zip(run, run.dropFirst()).map { components[$1].x - components[$0].x }.sorted()
    let usual = gaps[gaps.count / 2]
    func isStray(_ end: Int, beside next: Int) -> Bool {
      let (dot, other) = (components[end], components[next])
      if abs(abs(dot.midX - other.midX) - Double(usual)) > max(1.5, 0.2 * Double(usual)) {
        return true
      }
      return small.contains { index in
        let above = components[index]
        return abs(above.midX - dot.midX) <= 2 && above.maxY < dot.y
          && dot.y - above.maxY <= 8 * dot.height && abs(above.height - dot.height) <= 2
      }
    }
    var run = run
    if run.count > 2, isStray(run[0], beside: run[1]) { run.removeFirst() }
    if run.count > 2, isStray(run[run.count - 1], beside: run[run.count - 2]) { run.removeLast() }
    return run
  }

  /// Whether `box` is as large as a leader's dots of `size`; dots below letters are larger.
  private static func isDot(_ box: PixelBox, ofSize size: Int) -> Bool {
    let most = 1.3 * Double(size) + 0.6
    return Double(box.height) <= most && Double(box.width) <= most + 0.5
      && Double(min(box.height, box.width)) >= 0.5 * Double(size)
  }

  /// The run without the dots below letters that stand among its own: larger than those, or
  /// between two that are a step apart without them.
  private static func withoutMarks(_ run: [Int], in components: [PixelBox]) -> [Int] {
    let sizes = run.map { max(components[$0].height, components[$0].width) }.sorted()
    let size = sizes[sizes.count / 2]
    let own = run.filter { isDot(components[$0], ofSize: size) }
    guard own.count >= 3 else { return own }
    let gaps = zip(own, own.dropFirst()).map { components[$1].midX - components[$0].midX }.sorted()
    let usual = gaps[gaps.count * 2 / 3]
    return own.indices.filter { index in
      guard index > 0, index + 1 < own.count else { return true }
      let (left, dot, right) = (
        components[own[index - 1]].midX, components[own[index]].midX,
        components[own[index + 1]].midX
      )
      let short = 0.72 * usual
      return !(dot - left < short && right - dot < short && right - left < 1.3 * usual)
    }.map { own[$0] }
  }

  /// Short runs in the step of the page's leaders and of their size: what a value left of one.
  private static func pieces(
    among dots: [Int], in components: [PixelBox], like runs: [Run]
  ) -> Set<Int> {
    guard !runs.isEmpty else { return [] }
    let pitches = runs.map(\.pitch).sorted()
    let sizes = runs.map(\.size).sorted()
    let (pitch, size) = (pitches[pitches.count / 2], sizes[sizes.count / 2])
    let alike = dots.filter { isDot(components[$0], ofSize: size) }
    var result: Set<Int> = []
    for chain in chains(of: alike, in: components) where chain.count >= 2 {
      let chain = chain.count > 2 ? trimmed(chain, in: components, small: dots) : chain
      let inStep = zip(chain, chain.dropFirst()).allSatisfy {
        abs(components[$1].midX - components[$0].midX - pitch) <= max(1.2, 0.2 * pitch)
      }
      if inStep, chain.count >= 2 { result.formUnion(chain) }
    }
    return result
  }

  /// Dots one after the other on one base line.
  private static func chains(of dots: [Int], in components: [PixelBox]) -> [[Int]] {
    var next = [Int?](repeating: nil, count: dots.count)
    var follows = [Bool](repeating: false, count: dots.count)
    for a in dots.indices {
      let left = components[dots[a]]
      for b in dots.indices[(a + 1)...] {
        let right = components[dots[b]]
        let step = right.x - left.maxX
        if step > 22 { break }
        guard step >= 0, abs(right.maxY - left.maxY) <= 2, abs(right.height - left.height) <= 3
        else { continue }
        if !follows[b] {
          next[a] = b
          follows[b] = true
        }
        break
      }
    }
    return dots.indices.filter { !follows[$0] }.map { start in
      var run = [start]
      while let last = run.last, let following = next[last] { run.append(following) }
      return run.map { dots[$0] }
    }
  }

  /// The dots that go on from the end of a run below print: only while there is ink at every
  /// step, be it a dot's or a letter's, does the leader go on.
  private static func walk(
    along run: Run, from start: PixelBox, step: Double, dots: [Int], in components: [PixelBox],
    ink share: (PixelBox) -> Double
  ) -> Set<Int> {
    var found: Set<Int> = []
    var (anchor, misses) = (start, 0)
    var goesOn = run.pitch > 2
    while goesOn {
      goesOn = false
      for (index, place) in run.places(from: anchor, step: step).enumerated() {
        let dot = dots.first { index in
          let box = components[index]
          return abs(box.midX - place.midX) <= max(1.2, 0.18 * run.pitch)
            && abs(box.maxY - place.maxY) <= 1 + run.size / 4
            && Self.isDot(box, ofSize: run.size)
        }
        if let dot, found.insert(dot).inserted {
          // Each dot found sets the step anew, so that rounding does not add up.
          (anchor, misses, goesOn) = (components[dot], 0, true)
          break
        }
        misses = share(place.expanded(by: 1)) >= 0.2 ? 0 : misses + 1
        // Right beside the last dot a leader that goes on below print never pauses.
        if misses == (anchor == start && index == 0 ? 1 : 2) { break }
      }
    }
    return found
  }
}
