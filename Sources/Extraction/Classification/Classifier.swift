import Documents

/// Finds the layout that a region was printed by: from titles, labels, codes and outline.
struct Classifier: Sendable {
  let layouts: [Layout]

  /// More letters than any side of a card bears, noise included.
  private static let lettersOfACard = 800

  /// What speaks for one layout.
  private struct Score {
    var layout: Layout
    var total: Double
    /// The share of its labels that were seen, 0 … 1.
    var labels: Double
    /// Whether a title or a code was seen, which no other document has.
    var hasTitle: Bool
  }

  /// The layout that fits best; none when no score reaches its layout's threshold.
  func classify(
    _ region: RegionReading, page: ReadingPage, using index: inout PhraseIndex
  ) -> Classification {
    var scores = layouts.map { score($0, region: region, page: page, using: &index) }
    scores.sort { ($0.total, $1.layout.id) > ($1.total, $0.layout.id) }
    guard let best = scores.first, best.total >= best.layout.threshold,
      best.layout.kind != .unknown
    else {
      return Classification(layout: nil, confidence: scores.first.map(unknownness) ?? 1)
    }
    let rival = scores.first {
      $0.layout.kind != best.layout.kind || $0.layout.side != best.layout.side
    }
    // Labels alone may be those of a document that is not known here.
    let confidence = min(certainty(of: best, against: rival), best.hasTitle ? 1 : 0.7)
    let family = scores.filter { $0.layout.kind == best.layout.kind && $0.layout.version != nil }
    guard family.count > 1, best.layout.version != nil else {
      return Classification(layout: best.layout, confidence: confidence)
    }
    return version(among: family, confidence: confidence, using: &index)
  }

  private func score(
    _ layout: Layout, region: RegionReading, page: ReadingPage, using index: inout PhraseIndex
  ) -> Score {
    var anchors = 0.0
    var hasTitle = false
    for anchor in layout.anchors {
      let quality = seen(anchor, page: page, using: &index)
      anchors += anchor.weight * quality
      if anchor.weight >= 1.5, quality > 0 { hasTitle = true }
    }
    if region.codes.contains(where: { IdentityQR($0.text) != nil }) {
      anchors += layout.qr
      hasTitle = hasTitle || layout.qr > 0
    }
    if CodeWitnesses.hasZone(region) {
      anchors += layout.mrz
      hasTitle = hasTitle || layout.mrz > 0
    }
    if let shape = layout.shape, shape != region.shape { anchors -= 0.5 }
    // A card has no room for so many letters.
    if layout.shape == .card, page.letters.count > Self.lettersOfACard { anchors -= 4 }
    // On a sheet only a title tells a form, or a card scanned with its surroundings.
    if layout.shape == .sheet, !hasTitle { anchors -= 4 }
    let isCut = page.isCutLeft || page.isCutRight
    if layout.shape == .card, region.shape == .sheet, !hasTitle, !isCut { anchors -= 2 }
    var labels = 0.0
    var counted = 0.0
    for hit in LabelFinder(layout: layout, page: page).hits(using: &index) {
      // Long labels tell more than short ones, which other documents have too.
      let weight = min(1, Double(hit.range.count) / 12)
      labels += weight * Double(hit.quality)
    }
    for field in layout.fields where field.location == .label {
      let longest = field.labels.map { FoldedText.bytes(of: $0).count }.max() ?? 0
      counted += min(1, Double(longest) / 12)
    }
    // Labels seen count; those missing count against, so that the layout that explains all wins.
    let share = counted > 0 ? labels / counted : 0
    let gain = min(labels, 4) + 3 * share
    return Score(layout: layout, total: anchors + gain, labels: share, hasTitle: hasTitle)
  }

  /// How well the best of the wordings was read, 0 … 1.
  private func seen(
    _ anchor: Layout.Anchor, page: ReadingPage, using index: inout PhraseIndex
  ) -> Double {
    var best = 0.0
    for wording in anchor.text {
      let length = Double(max(1, FoldedText.bytes(of: wording).count))
      for match in index.matches(of: wording) {
        guard page.glyphs[match.range.lowerBound].startsToken || length > 12 else { continue }
        if anchor.fillsLine == true {
          let segment = page.ranges[page.glyphs[match.range.lowerBound].segment]
          guard match.range.count * 10 >= segment.count * 6 else { continue }
        }
        best = max(best, 1 - Double(match.cost) / length)
      }
    }
    return best
  }

  private func certainty(of best: Score, against rival: Score?) -> Double {
    let margin = best.total - max(0, rival?.total ?? 0)
    let reserve = best.total - best.layout.threshold
    return min(0.999, 1 - 0.5 * Self.power(0.3, margin)) * (1 - 0.3 * Self.power(0.3, reserve))
  }

  private func unknownness(_ best: Score) -> Double {
    if best.layout.kind == .unknown { return certainty(of: best, against: nil) }
    let missing = best.layout.threshold - best.total
    return 1 - 0.5 * Self.power(0.4, missing)
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    // Steps of a tenth are fine enough, and need no mathematics library.
    var result = 1.0
    let root = base == 0.3 ? 0.886566 : 0.912444
    for _ in 0..<max(0, min(60, Int(exponent * 10))) { result *= root }
    return result
  }

  /// The version whose decision is printed; the labels must not speak clearly for another.
  private func version(
    among family: [Score], confidence: Double, using index: inout PhraseIndex
  ) -> Classification {
    var printed: (layout: Layout, cost: Float, isExact: Bool)?
    for score in family {
      for decision in score.layout.decisions {
        for match in index.matches(of: decision) where match.cost < (printed?.cost ?? .infinity) {
          let number = FoldedText.bytes(of: decision.prefix { $0.isNumber })
          let isExact = !number.isEmpty && index.text[match.range].starts(with: number)
          printed = (score.layout, match.cost, isExact)
        }
      }
    }
    let byLabels = family.max { $0.labels < $1.labels }
    guard let printed else {
      return Classification(
        layout: byLabels?.layout ?? family[0].layout, confidence: confidence)
    }
    let own = family.first { $0.layout.id == printed.layout.id }?.labels ?? 0
    var result = Classification(
      layout: printed.layout, confidence: confidence, printedVersion: printed.layout.version)
    if let byLabels, byLabels.layout.version != printed.layout.version,
      byLabels.labels - own > Self.clearMargin
    {
      result.layout = byLabels.layout
      if printed.isExact {
        result.contradictingVersion = byLabels.layout.version
      } else {
        // The number was misread, so the labels tell which one it is.
        result.printedVersion = byLabels.layout.version
      }
    }
    return result
  }

  /// By how much the labels of another version must fit better before they contradict the print.
  private static let clearMargin = 0.12
}
