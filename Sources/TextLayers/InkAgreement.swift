internal import Documents
internal import Rendering

/// How the boxes of a text layer lie on the ink of its page.
struct InkAgreement {
  /// The share of the ink that lies in the boxes, 0 … 1; 1 on a page without ink.
  private(set) var covered: Double = 1
  /// The share of the words that have ink beneath them, 0 … 1; 1 without words.
  private(set) var onInk: Double = 1
  /// The share of the gaps between words that have none, 0 … 1; 1 without gaps.
  private(set) var clearGaps: Double = 1
  /// The share of the lines whose ink is in the middle of their box, not at its edges, 0 … 1.
  private(set) var centred: Double = 1
  /// The parts of the page whose ink no box covers, in pixels of the page.
  private(set) var uncovered: [PixelBox] = []
  /// Whether each line lies on ink.
  private(set) var lineIsOnInk: [Bool] = []

  private var ink: InkPlane

  /// Compares `lines` with the ink of their page.
  init(_ lines: [LayerLine], on map: InkMap) {
    ink = InkPlane(map)
    var onInk = (count: 0, good: 0)
    var gaps = (count: 0, good: 0)
    var centred = (count: 0, good: 0)
    for line in lines {
      if let isCentred = isCentred(line) {
        centred.count += 1
        if isCentred { centred.good += 1 }
      }
      var isOnInk = (count: 0, good: 0)
      for (index, word) in line.words.enumerated() {
        let box = ink.box(word.box)
        isOnInk.count += 1
        if ink.density(in: box) >= Self.leastDensity { isOnInk.good += 1 }
        guard index > 0 else { continue }
        let before = ink.box(line.words[index - 1].box)
        // Half of the height: marks and tails of neighbouring lines reach into the rest.
        let gap = PixelBox(
          x: before.maxX + 1, y: max(before.y, box.y) + box.height / 4,
          width: box.x - before.maxX - 2,
          height: box.height / 2)
        guard gap.width > 0, gap.width <= 3 * box.height, gap.height > 0 else { continue }
        gaps.count += 1
        if ink.density(in: gap) == 0 { gaps.good += 1 }
      }
      onInk.count += isOnInk.count
      onInk.good += isOnInk.good
      lineIsOnInk.append(2 * isOnInk.good >= isOnInk.count)
    }
    if onInk.count > 0 { self.onInk = Double(onInk.good) / Double(onInk.count) }
    if gaps.count > 0 { clearGaps = Double(gaps.good) / Double(gaps.count) }
    if centred.count > 0 { self.centred = Double(centred.good) / Double(centred.count) }
    let all = ink.count
    for line in lines { for word in line.words { ink.erase(word.box) } }
    if all > 0 { covered = 1 - Double(ink.count) / Double(all) }
    uncovered = ink.clusters()
  }

  /// Whether small letters stand where they should in the box of `line`; nil without ink.
  private func isCentred(_ line: LayerLine) -> Bool? {
    let box = ink.box(line.box)
    // Turned lines and those of a few pixels show nothing.
    guard box.height >= 8, box.width >= 2 * box.height else { return nil }
    func density(_ from: Double, _ to: Double) -> Double {
      let top = Int((Double(box.height) * from).rounded())
      let bottom = Int((Double(box.height) * to).rounded())
      return ink.density(
        in: PixelBox(x: box.x, y: box.y + top, width: box.width, height: bottom - top))
    }
    let middle = density(0.35, 0.75)
    let edges = (density(0, 0.12) + density(0.88, 1)) / 2
    guard middle + edges > 0 else { return nil }
    return middle > 1.3 * edges
  }

  /// Print has more ink in its box than this.
  private static let leastDensity = 0.03
}
