internal import Documents

/// Dots below letters that fell on a dot of a leader, and were taken for one: "Thạnh" read as "Thanh".
///
/// Both together are larger than the other dots of the leader.
struct DotsBelow {
  /// The dots with what they fell on, to be left as they are.
  private(set) var boxes: [PixelBox] = []

  /// A dot below a letter is wider and higher than this share of the letter's height; the dots of faint
  /// leaders, which are a few pixels and differ by as many, are not.
  private static let leastSize = 0.1

  /// The pixels of ink from which on a dot is too large for one of a leader whose usual dots have so
  /// many: by a fifth, and by more than the edges of small dots differ.
  private static func leastInk(usual: Int) -> Double {
    Double(usual) + max(0.2 * Double(usual), Double(usual).squareRoot())
  }

  /// Finds the marks among the dots of `leaders` that stand below `letters`.
  ///
  /// `count` tells how many pixels of ink a box has.
  init(
    in leaders: [DottedLeaders.Leader], below letters: [PixelBox], ink count: (PixelBox) -> Int
  ) {
    for leader in leaders {
      let blots = leader.dots.compactMap { Self.blot(at: $0, pitch: leader.pitch, ink: count) }
      let areas = blots.map { count($0) }
      guard !areas.isEmpty else { continue }
      let usual = areas.sorted()[areas.count / 2]
      for (blot, area) in zip(blots, areas) where Double(area) >= Self.leastInk(usual: usual) {
        let isBelow = letters.contains {
          Double($0.x) <= blot.midX && blot.midX <= Double($0.maxX) && $0.maxY <= blot.y + 2
            && $0.maxY >= blot.y - 3 * leader.size && $0.height > 2 * leader.size
            && Double(area).squareRoot() >= Self.leastSize * Double($0.height)
        }
        if isBelow { boxes.append(blot) }
      }
    }
  }

  /// The ink round `dot` that no blank row parts from it, as wide as the step of its leader; nil where it
  /// hangs on a letter.
  private static func blot(
    at dot: PixelBox, pitch: Double, ink count: (PixelBox) -> Int
  ) -> PixelBox? {
    let reach = max(1, Int(pitch / 2) - dot.width / 2)
    let (left, right) = (dot.x - reach, dot.maxX + reach)
    func hasInk(_ y: Int) -> Bool {
      count(PixelBox(x: left, y: y, width: right - left, height: 1)) > 0
    }
    var (top, bottom) = (dot.y, dot.maxY)
    while top > dot.y - dot.height, hasInk(top - 1) { top -= 1 }
    guard !hasInk(top - 1) else { return nil }
    while bottom < dot.maxY + dot.height, hasInk(bottom) { bottom += 1 }
    return PixelBox(x: left, y: top, width: right - left, height: bottom - top)
  }
}
