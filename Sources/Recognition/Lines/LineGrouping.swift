internal import Documents

/// Groups components of ink to lines of print.
///
/// Letters are chained to their right neighbours of like size and height on the page, so that a
/// slight slope does no harm; marks above and below are added to the chain they hang on.
struct LineGrouping {
  /// The lines from top to bottom, those side by side from left to right.
  private(set) var lines: [FoundLine] = []
  /// Dotted leaders.
  private(set) var leaders: [DottedLeaders.Leader] = []
  /// The dots of dotted leaders, those of pieces among them.
  private(set) var dots: [PixelBox] = []
  /// What is as large as letters are.
  private(set) var letters: [PixelBox] = []

  /// Side by side, letters further apart than this many letter heights belong to two lines.
  static let widestGap = 2.3

  /// Groups the `components` of a page whose longer side has `pageSize` pixels.
  ///
  /// `ink` tells which share of a box is ink.
  init(components: [PixelBox], pageSize: Int, ink share: (PixelBox) -> Double) {
    let dotted = DottedLeaders(among: components, ink: share)
    (leaders, dots) = (dotted.leaders, dotted.dots)
    let ink = dotted.rest
    let tallest = max(16, pageSize / 12)
    let smallest = 6
    letters = Self.withoutFrames(ink).filter {
      $0.height >= smallest && $0.height <= tallest && $0.width <= 12 * $0.height
        && $0.width >= 1 && $0.height <= 12 * $0.width
    }
    var chains = Self.withoutMarks(
      Self.chains(of: letters).flatMap(Self.split).filter(Self.isText))
    Self.attachMarks(from: ink, to: &chains, tallest: tallest)
    lines = Self.merged(chains).map(\.line)
    lines = Self.inReadingOrder(lines)
  }

  /// The components that hold no others: rings of fingerprints and stamps and drawn frames are no
  /// letters.
  private static func withoutFrames(_ ink: [PixelBox]) -> [PixelBox] {
    let heights = ink.map(\.height).filter { $0 >= 6 }.sorted()
    guard !heights.isEmpty else { return ink }
    let large = 3 * heights[heights.count / 2] / 2
    let solid = ink.filter { $0.height >= 6 }
    return ink.filter { box in
      guard box.height > large else { return true }
      var held = 0
      for other in solid where other.height < box.height && other.width < box.width {
        if other.midX > Double(box.x), other.midX < Double(box.maxX), other.midY > Double(box.y),
          other.midY < Double(box.maxY)
        {
          held += 1
          if held == 3 { return false }
        }
      }
      return true
    }
  }

  /// Letters that stand in a row.
  struct Chain {
    var letters: [PixelBox]
    var box: PixelBox
    var letterHeight: Int

    init(_ letters: [PixelBox]) {
      self.letters = letters
      box = PixelBox.union(of: letters) ?? PixelBox(x: 0, y: 0, width: 0, height: 0)
      let heights = letters.map(\.height).sorted()
      letterHeight = heights.isEmpty ? 0 : heights[heights.count * 3 / 5]
    }

    var line: FoundLine {
      FoundLine(
        box: box, letterHeight: letterHeight, letters: letters.count, slope: slope)
    }

    /// The slope of the feet of the letters; 0 where there are too few to tell.
    private var slope: Double {
      guard letters.count >= 8, box.width >= 6 * letterHeight else { return 0 }
      // Descenders pull single feet down, so the median of the slopes between pairs far apart.
      let sorted = letters.sorted { $0.midX < $1.midX }
      let half = sorted.count / 2
      let slopes = (0..<(sorted.count - half)).map { index in
        let (a, b) = (sorted[index], sorted[index + half])
        return Double(b.maxY - a.maxY) / max(1, b.midX - a.midX)
      }.sorted()
      let middle = slopes[slopes.count / 2]
      return abs(middle) < 0.1 ? middle : 0
    }

    /// The chain with a box that follows its usual letters where a few are far too tall.
    var trimmed: Chain {
      var result = self
      let size = Double(letterHeight)
      let usual = letters.filter { Double($0.height) <= 1.9 * size }
      guard let box = PixelBox.union(of: usual) else { return self }
      let reach = Int(0.8 * size)
      let band = PixelBox(
        x: self.box.x, y: box.y - reach, width: self.box.width, height: box.height + 2 * reach)
      result.box = self.box.intersection(band)
      return result
    }

    /// The middle row of the letters near column `x`.
    func middle(near x: Double) -> Double {
      let near = letters.sorted { abs($0.midX - x) < abs($1.midX - x) }.prefix(5)
      guard !near.isEmpty else { return box.midY }
      return near.reduce(0) { $0 + $1.midY } / Double(near.count)
    }
  }

  private static func chains(of unsorted: [PixelBox]) -> [Chain] {
    let letters = unsorted.sorted { $0.x < $1.x }
    var rows = DisjointSets(count: letters.count)
    for a in letters.indices {
      let left = letters[a]
      for b in letters.indices[(a + 1)...] {
        let right = letters[b]
        let size = max(left.height, right.height)
        let gap = right.x - left.maxX
        if right.x - left.x > left.width + 2 * max(left.height, 60) { break }
        let least = min(left.height, right.height)
        guard Double(gap) <= min(1.3 * Double(size), 1.9 * Double(least)), 5 * least >= 2 * size
        else { continue }
        let overlap = min(left.maxY, right.maxY) - max(left.y, right.y)
        guard 2 * overlap >= min(left.height, right.height) else { continue }
        rows.join(a, b)
      }
    }
    return rows.sets().map { row in Chain(row.map { letters[$0] }) }
  }

  /// The rows of a chain that tall ink, such as the arc of a stamp or letters that touch, ties
  /// together; the chain itself when it is one row.
  private static func split(_ chain: Chain) -> [Chain] {
    guard Double(chain.box.height) > 2 * Double(chain.letterHeight), chain.letters.count >= 6
    else { return [chain] }
    let usual = chain.letters.filter {
      Double($0.height) <= 1.7 * Double(chain.letterHeight)
    }
    let rows = chains(of: usual).filter { $0.letters.count >= 3 }
    let stacked = rows.contains { a in
      rows.contains { b in
        a.box.y < b.box.y && min(a.box.maxX, b.box.maxX) > max(a.box.x, b.box.x)
      }
    }
    if stacked { return rows }
    // What is left of a row that ran into a drawing.
    let kept = rows.reduce(0) { $0 + $1.letters.count }
    let isTall = 5 * chain.box.height > 12 * chain.letterHeight
    return isTall && 2 * kept >= chain.letters.count ? rows : [chain.trimmed]
  }

  /// Adds accents, dots, commas and what else is too small or too low to be chained.
  private static func attachMarks(
    from ink: [PixelBox], to chains: inout [Chain], tallest: Int
  ) {
    let taken = Set(chains.flatMap(\.letters))
    let order = chains.indices.sorted { chains[$0].box.y < chains[$1].box.y }
    for mark in ink where mark.height <= tallest && !taken.contains(mark) {
      var best: (chain: Int, distance: Double)?
      for index in order {
        let chain = chains[index]
        let size = Double(chain.letterHeight)
        if Double(chain.box.y) - size > Double(mark.maxY) { break }
        guard Double(mark.height) <= 1.1 * size, Double(mark.width) <= 1.6 * size,
          mark.midX > Double(chain.box.x) - 0.6 * size,
          mark.midX < Double(chain.box.maxX) + 0.8 * size
        else { continue }
        // Marks stand up to a letter's height over the middle's upper edge, dots close below.
        let offset = mark.midY - chain.middle(near: mark.midX)
        guard offset > -1.35 * size, offset < 0.95 * size,
          offset - Double(mark.height) / 2 > -1.8 * size,
          offset + Double(mark.height) / 2 < 1.25 * size
        else { continue }
        let distance = offset < 0 ? -offset : offset * 1.25
        if distance < best?.distance ?? .infinity { best = (index, distance) }
      }
      if let best { chains[best.chain].box = chains[best.chain].box.union(mark) }
    }
  }

  private static func isText(_ chain: Chain) -> Bool {
    let size = chain.letterHeight
    guard size >= 6 else { return false }
    if chain.letters.count == 1 {
      return chain.box.width <= 3 * size && size >= 8 && 6 * chain.box.width >= size
    }
    return chain.box.width >= size / 2
  }

  /// The chains that are no accents: a few small components over or under a longer chain of
  /// larger letters hang on that.
  private static func withoutMarks(_ chains: [Chain]) -> [Chain] {
    let long = chains.filter { $0.letters.count >= 4 }
    return chains.filter { chain in
      guard chain.letters.count <= 4 else { return true }
      return !long.contains { host in
        let size = Double(host.letterHeight)
        let offset = chain.box.midY - host.middle(near: chain.box.midX)
        return Double(chain.letterHeight) < 0.75 * size && host.letters.count > chain.letters.count
          && chain.box.midX > Double(host.box.x) - size
          && chain.box.midX < Double(host.box.maxX) + size
          && offset > -1.35 * size && offset < 0.95 * size
      }
    }
  }

  /// Joins chains that stand in one row with no wide gap between them.
  private static func merged(_ chains: [Chain]) -> [Chain] {
    var chains = chains.sorted { $0.box.x < $1.box.x }
    var index = 0
    while index < chains.count {
      var other = index + 1
      var joined = false
      while other < chains.count {
        let (a, b) = (chains[index], chains[other])
        let size = max(a.letterHeight, b.letterHeight)
        let gap = b.box.x - a.box.maxX
        if Double(gap) > widestGap * Double(size) + 40 { break }
        let near = Double(gap) <= widestGap * Double(size)
        // A small label runs on into large print; over a wide gap only like joins like.
        let isWide = Double(gap) > 1.3 * Double(size)
        let alike = min(a.letterHeight, b.letterHeight) * (isWide ? 4 : 6) >= size * 3
        let edge = Double(max(a.box.x, min(a.box.maxX, b.box.x)))
        let drift = abs(a.middle(near: edge) - b.middle(near: edge))
        if near, alike, drift < (isWide ? 0.3 : 0.45) * Double(size), b.box.maxX > a.box.x {
          var union = Chain(a.letters + b.letters)
          union.box = a.box.union(b.box)
          chains[index] = union
          chains.remove(at: other)
          joined = true
          break
        }
        other += 1
      }
      if !joined { index += 1 }
    }
    return chains.filter { $0.letters.count > 1 || $0.letterHeight >= 10 }
  }

  /// The lines sorted by rows, those of one row from left to right.
  static func inReadingOrder(_ lines: [FoundLine]) -> [FoundLine] {
    var rows: [[FoundLine]] = []
    for line in lines.sorted(by: { $0.box.midY < $1.box.midY }) {
      if let last = rows.last?.last,
        abs(line.box.midY - last.box.midY)
          < 0.5 * Double(min(line.letterHeight, last.letterHeight))
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.flatMap { $0.sorted { $0.box.x < $1.box.x } }
  }
}
