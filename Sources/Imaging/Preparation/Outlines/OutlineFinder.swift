internal import Documents

/// Finds cards and sheets in a picture by their outlines.
struct OutlineFinder: Sendable {
  let page: ReducedPage
  /// The resolution of the reduced picture in dots per inch; 0 when unknown.
  let dpi: Double
  /// Long side by short side of an ID-1 card.
  static let cardAspect = 85.6 / 53.98
  /// Long side by short side of A4.
  static let sheetAspect = 297.0 / 210.0
  /// Where a longer side by a shorter one stops to be a sheet's and begins to be a card's.
  private static let parting = 1.5

  /// So many sides of an outline that go on beyond its corners are rules of a table; fewer where
  /// inside and outside are alike.
  private static let tableRules = 3
  private static let plainTableRules = 2

  /// By so many levels a card differs from what it lies on that nobody takes for a table's cells.
  private static let otherGround = 30.0

  /// The change that an ordinary outline shows, in levels a pixel times eight.
  private static let ordinaryChange: UInt16 = 28

  /// The outlines found, in pixels of the reduced picture; cards before sheets.
  func outlines() -> [Outline] {
    let edges = EdgeField(page.channels)
    var judge = OutlineJudge(
      edges: edges, channels: page.channels, threshold: Double(Self.ordinaryChange))
    // Seen from afar, texture fades and outlines stay.
    let far = page.channels.map { $0.blurred().reduced(by: 2) }
    let farEdges = EdgeField(far)
    var proposals = proposedByAreas(
      channels: far, edges: farEdges, threshold: Self.ordinaryChange
    ).map { $0.scaled(by: 2) }
    var found = select(proposals, judge)
    if isAll(found, leastShare: 0.4) { return found }
    proposals += proposedByAreas(
      channels: page.channels, edges: edges, threshold: Self.ordinaryChange)
    found = select(proposals, judge)
    if isAll(found, leastShare: 0.1) { return found }
    proposals += proposedByLines(far, farEdges, threshold: Self.ordinaryChange)
    proposals += CrossingLines(edges: edges).outlines(
      judge: judge, threshold: Self.ordinaryChange
    ) { Self.isPlausible($0.aspect) }
    found = select(proposals, judge)
    guard found.isEmpty, edges.noticeable < Self.ordinaryChange else { return found }
    // A card nearly as bright as what it lies on.
    judge.threshold = Double(edges.noticeable)
    proposals += proposedByAreas(
      channels: page.channels, edges: edges, threshold: edges.noticeable)
    proposals += proposedByAreas(
      channels: far, edges: farEdges, threshold: farEdges.noticeable
    ).map { $0.scaled(by: 2) }
    proposals += proposedByLines(far, farEdges, threshold: farEdges.noticeable)
    proposals += CrossingLines(edges: edges).outlines(
      judge: judge, threshold: edges.noticeable
    ) { Self.isPlausible($0.aspect) }
    return select(proposals, judge)
  }

  /// How much print outside of the outlines found says that one was missed.
  private static let strayPrint = 12

  /// Whether there is surely nothing more to be found than `found`: clear outlines that take up
  /// `leastShare` of the picture, or cards on a scan that bears no print beside them.
  private func isAll(_ found: [Outline], leastShare: Double) -> Bool {
    let clear = found.filter { $0.score > 0.9 }
    if clear.contains(where: { share($0.quadrilateral) > leastShare }) { return true }
    guard dpi > 0, clear.contains(where: { $0.shape == .card }), clear.count == found.count else {
      return false
    }
    let stray = PageInk(page.gray).text.count { blob in
      let middle = PixelPoint(x: blob.box.midX, y: blob.box.midY)
      return !clear.contains { $0.quadrilateral.contains(middle) }
    }
    return stray < Self.strayPrint
  }

  /// What the crossing lines of a picture half the size propose.
  private func proposedByLines(_ channels: [GrayPlane], _ edges: EdgeField, threshold: UInt16)
    -> [Quadrilateral]
  {
    let judge = OutlineJudge(edges: edges, channels: channels, threshold: Double(threshold))
    return CrossingLines(edges: edges).outlines(judge: judge, threshold: threshold) {
      Self.isPlausible($0.aspect)
    }.map { $0.scaled(by: 2) }
  }

  private func proposedByAreas(channels: [GrayPlane], edges: EdgeField, threshold: UInt16)
    -> [Quadrilateral]
  {
    let opening = max(2, max(edges.width, edges.height) / 200)
    let enclosed = EnclosedAreas(edges: edges)
    let differing = DifferingAreas(channels: channels)
    return enclosed.outlines(threshold: threshold, opening: opening)
      + enclosed.outlines(threshold: threshold * 2, opening: opening)
      + enclosed.outlines(threshold: threshold * 4, opening: opening)
      + differing.outlines(levels: 10, opening: opening)
      + differing.outlines(levels: 28, opening: opening)
      + differing.brightOutlines(opening: opening * 2)
  }

  private static func isPlausible(_ aspect: Double) -> Bool { aspect > 1.2 && aspect < 1.8 }

  private func share(_ outline: Quadrilateral) -> Double {
    outline.area / Double(page.width * page.height)
  }

  /// Refines the proposals, and keeps the best of those that overlap.
  private func select(_ proposals: [Quadrilateral], _ judge: OutlineJudge) -> [Outline] {
    let judged = proposals.compactMap { self.judged($0, judge) }
    let ranked = judged.sorted { rank($0) > rank($1) }
    var result: [Outline] = []
    for outline in ranked {
      let rivals = result.contains { other in
        let overlap = other.quadrilateral.overlap(with: outline.quadrilateral)
        let isPair = other.shape != outline.shape
        return overlap > (isPair ? 0.95 : 0.3) && !(isPair && isCardOnSheet(other, outline))
      }
      if !rivals { result.append(outline) }
    }
    return result.filter { $0.shape == .card } + result.filter { $0.shape == .sheet }
  }

  /// Whether one is a card of the size that a card has on the other, a sheet.
  private func isCardOnSheet(_ one: Outline, _ other: Outline) -> Bool {
    let (card, sheet) = one.shape == .card ? (one, other) : (other, one)
    let ratio = card.quadrilateral.area / max(1, sheet.quadrilateral.area)
    return ratio > 0.045 && ratio < 0.2
  }

  private func rank(_ outline: Outline) -> Double {
    outline.score * (0.4 + 0.6 * share(outline.quadrilateral).squareRoot())
  }

  /// The proposal as an outline when edges, shape and size speak for it.
  private func judged(_ proposal: Quadrilateral, _ judge: OutlineJudge) -> Outline? {
    let outline = judge.refined(judge.refined(proposal, reach: 5), reach: 2)
    let aspect = outline.aspect
    guard aspect < 1.8, outline.isNearlyRectangular(tolerance: 25) else { return nil }
    let support = judge.support(of: outline)
    let width = Double(page.width)
    let height = Double(page.height)
    // A side on the frame of the picture has no edge to show, which speaks neither way.
    let atFrame = (0..<4).map { index -> Bool in
      let a = outline.corners[index]
      let b = outline.corners[(index + 1) % 4]
      let margin = 0.012 * max(width, height)
      func isNear(_ value: (PixelPoint) -> Double, _ place: Double) -> Bool {
        abs(value(a) - place) < margin && abs(value(b) - place) < margin
      }
      return isNear(\.x, 0) || isNear(\.x, width) || isNear(\.y, 0) || isNear(\.y, height)
    }
    let frameSides = atFrame.filter { $0 }.count
    guard frameSides < 4, frameSides > 0 || Self.isPlausible(aspect) else { return nil }
    let scores = (0..<4).map { atFrame[$0] ? max(0.4, support[$0].score) : support[$0].score }
    let score = 0.5 * (scores.min() ?? 0) + 0.5 * scores.reduce(0, +) / 4
    let steps = (0..<4).filter { !atFrame[$0] && support[$0].step >= 6 }.count
    let free = 4 - frameSides
    let isStep = steps * 4 >= free * 3
    let shape = shape(of: outline)
    switch shape {
    case .card:
      guard aspect < 1.73, score > 0.5, frameSides < 3 else { return nil }
      // A side that the frame stands in for is believed only where the proportions confirm it.
      guard frameSides == 0 || abs(aspect / Self.cardAspect - 1) < 0.03 else { return nil }
      let rules = judge.continuations(of: outline)
      guard rules.count < (isStep ? Self.tableRules : Self.plainTableRules) else { return nil }
      // Two rules that run on past a third: the first or last columns of a table, which ends with them.
      let isOnOther = support.allSatisfy { $0.step >= Self.otherGround }
      guard !rules.isCrossed || isOnOther else { return nil }
      if let millimetres = millimetres(outline) {
        // On a scan the size is known: an ID-1 card, or its copy, somewhat enlarged.
        guard millimetres > 70, millimetres < 135 else { return nil }
        guard isStep || (millimetres > 82 && millimetres < 89) else { return nil }
      } else {
        guard isStep, share(outline) > 0.02 else { return nil }
      }
    case .portrait: return nil
    case .sheet:
      guard isStep, score > 0.5, frameSides < 2, share(outline) > 0.2 else { return nil }
      // A scan shows the whole sheet; only a smaller one on a black ground is cut out.
      let isOnBlack = support.allSatisfy { $0.step >= 30 }
      guard dpi == 0 || (isOnBlack && score > 0.8 && frameSides == 0) else { return nil }
    }
    let overhang = outline.corners.map { corner in
      max(-corner.x, -corner.y, corner.x - width, corner.y - height)
    }
    // Where the frame stands in for a side, proportions that fit nothing say that more is missing.
    let isWhole = [Self.cardAspect, Self.sheetAspect].contains { abs(aspect / $0 - 1) < 0.04 }
    let isCutOff =
      overhang.contains { $0 > 0.025 * outline.meanWidth } || (frameSides > 0 && !isWhole)
    return Outline(shape: shape, quadrilateral: outline, score: score, isCutOff: isCutOff)
  }

  /// The shape that size or proportions speak for: a camera held at an angle changes proportions.
  private func shape(of outline: Quadrilateral) -> RegionReading.Shape {
    if let millimetres = millimetres(outline), outline.aspect > 1.3 {
      return millimetres < 135 ? .card : .sheet
    }
    return outline.aspect > Self.parting ? .card : .sheet
  }

  /// The length of the outline's longer sides on the paper; nil when the resolution is unknown.
  private func millimetres(_ outline: Quadrilateral) -> Double? {
    guard dpi > 0 else { return nil }
    return max(outline.meanWidth, outline.meanHeight) / dpi * 25.4
  }
}
