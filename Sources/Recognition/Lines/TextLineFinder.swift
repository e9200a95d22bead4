internal import CTesseract
internal import Documents

/// Finds the lines of print in a gray picture by the shape and place of their ink.
struct TextLineFinder {
  /// Pictures of more pixels than this are searched at half scale: sheets of 260 dpi and more, whose
  /// small print is then as high as that of 130 dpi.
  var fullScaleLimit = 6_500_000

  /// The layout of `gray` (8 bits a pixel), leaving the boxes `excluded` alone.
  func layout(
    of gray: borrowing Picture, excluding excluded: [PixelBox] = []
  ) throws(RecognitionError) -> InkLayout {
    let scale = gray.width * gray.height > fullScaleLimit ? 2 : 1
    let ink = try binarized(gray, scale: scale)
    let print = try Picture(pixCopy(nil, ink.pix))
    for box in excluded { print.erase(box.scaled(by: 1 / Double(scale))) }
    let rules = try Rules.extracted(from: print)
    pixSubtract(print.pix, print.pix, rules.pix)
    let components = Components.boxes(of: print)
    let grouping = LineGrouping(
      components: components, pageSize: max(print.width, print.height)
    ) { box in Double(print.inkCount(in: box)) / Double(max(1, box.area)) }
    for dot in grouping.dots { rules.fill(dot) }
    let lines = grouping.lines.map { line in
      FoundLine(
        box: line.box.scaled(by: Double(scale)), letterHeight: line.letterHeight * scale,
        letters: line.letters, slope: line.slope)
    }
    let cleaned = try Self.whitened(gray, where: rules, sparing: print, scale: scale)
    if !grouping.leaders.isEmpty {
      try Self.correct(cleaned, from: gray, by: grouping, scale: scale)
    }
    return InkLayout(
      lines: lines, cleaned: cleaned, ink: ink,
      print: print, components: components, scale: scale)
  }

  /// Darker pixels are ink where each counts.
  private static let dark: Int32 = 144

  /// Takes off `cleaned`, which is `gray` without the leaders, what their dots add to letters, and gives
  /// back what they took from them: at half scale dots that touch a letter look like the marks below it,
  /// and marks that touch a dot look like dots.
  private static func correct(
    _ cleaned: borrowing Picture, from gray: borrowing Picture, by grouping: LineGrouping,
    scale: Int
  ) throws(RecognitionError) {
    let ink = try Picture(pixThresholdToBinary(gray.pix, dark))
    func count(_ box: PixelBox) -> Int { ink.inkCount(in: box) }
    func share(_ box: PixelBox) -> Double { Double(count(box)) / Double(max(1, box.area)) }
    let factor = Double(scale)
    let leaders = grouping.leaders.map { $0.scaled(by: factor).tightened(to: share) }
    let letters = grouping.letters.map { $0.scaled(by: factor) }
    for dot in DotsBelow(in: leaders, below: letters, ink: count).boxes {
      cleaned.take(gray, in: dot)
    }
    let spurs = FusedDots(of: leaders, below: letters, slack: scale - 1, ink: share).boxes
    for spur in spurs { cleaned.whiten(spur) }
  }

  private func binarized(
    _ gray: borrowing Picture, scale: Int
  ) throws(RecognitionError) -> Picture {
    let source =
      try scale == 1
      ? Picture(pixCopy(nil, gray.pix)) : Picture(pixScaleAreaMap2(gray.pix))
    let window = max(8, min(24, min(source.width, source.height) / 4))
    guard source.width > 2 * window + 4, source.height > 2 * window + 4 else {
      return try Picture(pixThresholdToBinary(source.pix, 128))
    }
    var binary: UnsafeMutablePointer<Pix>?
    pixSauvolaBinarize(source.pix, Int32(window), 0.25, 1, nil, nil, nil, &binary)
    return try Picture(binary)
  }

  /// A copy of `gray` that is white wherever `mask`, at 1/`scale` of its size, has ink and
  /// around it, but for the ink of `print`.
  private static func whitened(
    _ gray: borrowing Picture, where mask: borrowing Picture, sparing print: borrowing Picture,
    scale: Int
  ) throws(RecognitionError) -> Picture {
    let grown = try Picture(pixDilateBrick(nil, mask.pix, 3, 3))
    // What is flatter than three pixels is the ragged edge of a rule.
    let kept = try Picture(pixSubtract(nil, print.pix, mask.pix))
    pixOpenBrick(kept.pix, kept.pix, 1, 3)
    pixSubtract(grown.pix, grown.pix, kept.pix)
    let full =
      try scale == 1
      ? Picture(pixCopy(nil, grown.pix)) : Picture(pixExpandBinaryPower2(grown.pix, Int32(scale)))
    let copy = try Picture(pixCopy(nil, gray.pix))
    pixSetMasked(copy.pix, full.pix, 255)
    return copy
  }
}

extension PixelBox {
  /// The rectangle in a picture `factor` times as large.
  func scaled(by factor: Double) -> PixelBox {
    let left = Int((Double(x) * factor).rounded(.down))
    let top = Int((Double(y) * factor).rounded(.down))
    return PixelBox(
      x: left, y: top, width: Int((Double(maxX) * factor).rounded(.up)) - left,
      height: Int((Double(maxY) * factor).rounded(.up)) - top)
  }
}
