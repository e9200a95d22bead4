import CorpusDrawing
import Documents

/// Captures the sides of a card as a tier says: alone on the glass, on a page, or photographed.
struct CardScene {
  enum Kind: CaseIterable {
    /// Each side a file of its own, cut close to the card.
    case alone
    /// The sides as pages of one TIFF or PDF, cut close.
    case pages
    /// The card on the glass of an A4 scanner.
    case onPage
    /// Both sides on one A4 page.
    case together
  }

  /// One picture of one side, before it becomes a file.
  struct Shot {
    var picture: Raster
    /// Pixels an inch on the card.
    var dpi: Double
    var quality: Int
    /// Where the card lies in the picture: the places of its corners, clockwise from upper left.
    var corners: [Point]
  }

  let tier: Tier
  let faces: [CardFace]
  let set: String
  /// Whether files should be small enough to be kept in git.
  var isCompact = false
  /// Whether the damage is of the kinds that only figures are taken on.
  var isHeldOut = false

  func settings(with random: inout SplitMix64) -> ScanSettings {
    var settings = ScanSettings.draw(tier: tier, isSheet: false, with: &random)
    settings.isHeldOut = isHeldOut
    if isCompact {
      settings.noise = min(settings.noise, tier == .clean ? 1 : tier == .office ? 3 : 8)
      settings.jpegQuality = tier == .clean ? 90 : tier == .office ? 74 : 52
    }
    return settings
  }

  func labelledCase(with random: inout SplitMix64) throws -> LabelledCase {
    let turned = random.chance(0.2) ? random.pick([90, 180, 270]) : 0
    if tier == .phone { return try photographs(turned: turned, with: &random) }
    let kind: Kind =
      faces.count == 1
      ? random.pick(weighted: [(.alone, 6), (.onPage, 2)])
      : random.pick(weighted: [(.pages, 4), (.alone, 2), (.together, 3)])
    switch kind {
    case .alone, .pages: return try crops(kind: kind, turned: turned, with: &random)
    case .onPage, .together: return try sheet(turned: turned, with: &random)
    }
  }

  // MARK: Cut close

  private func crops(
    kind: Kind, turned: Int, with random: inout SplitMix64
  ) throws -> LabelledCase {
    let settings = settings(with: &random)
    let lid = lidInk(with: &random)
    let scans = try faces.map { face in
      try crop(face, settings: settings, lid: lid, with: &random)
        .turned(counterClockwise: turned)
    }
    let labels = faces.enumerated().map { $1.label(page: $0 + 1) }
    let quality = settings.jpegQuality
    let files: [LabelledCase.File]
    if kind == .pages {
      files = [
        random.chance(0.7)
          ? try PageFile.tiff(scans, name: "card", quality: quality, isGray: settings.isGray)
          : try PageFile.pdf(scans, name: "card", quality: quality, isGray: settings.isGray)
      ]
    } else {
      let asPdf = random.chance(0.12)
      files = try zip(faces, scans).map { face, scan in
        let name = face.side.rawValue
        return asPdf
          ? try PageFile.pdf([scan], name: name, quality: quality, isGray: settings.isGray)
          : try PageFile.jpeg(scan, name: name, quality: quality, isGray: settings.isGray)
      }
    }
    return LabelledCase(set: set, tier: tier, files: files, turned: turned, documents: labels)
  }

  private func crop(
    _ face: CardFace, settings: ScanSettings, lid: Ink, with random: inout SplitMix64
  ) throws -> Raster {
    let margins = (0..<4).map { _ in random.between(0.8, 5) }
    return try crop(face, margins: margins, settings: settings, lid: lid, with: &random).picture
  }

  private func crop(
    _ face: CardFace, margins: [Double], settings: ScanSettings, lid: Ink,
    with random: inout SplitMix64
  ) throws -> Shot {
    let canvas = try PageCanvas(
      width: CardFace.width * face.scale + margins[0] + margins[1],
      height: CardFace.height * face.scale + margins[2] + margins[3],
      dpi: settings.dpi * Scanner.oversampling, paper: lid)
    try place(face, on: canvas, at: Point(margins[0], margins[2]), turned: 0, lid: lid)
    var own = settings
    own.skew = settings.skew * random.between(0.5, 1)
    let page = try canvas.raster()
    let picture = scan(page, settings: own, outside: lid, with: &random)
    let middle = Point(Double(picture.width) / 2, Double(picture.height) / 2)
    let pixels = settings.dpi / 25.4
    let corners = CardFace.corners.map { corner in
      Point(
        (corner.x * face.scale + margins[0]) * pixels, (corner.y * face.scale + margins[2]) * pixels
      )
      .turned(degrees: own.skew, about: middle)
    }
    return Shot(
      picture: picture, dpi: settings.dpi, quality: settings.jpegQuality, corners: corners)
  }

  /// A picture of one side as the tier takes it: cut close from the glass, or photographed.
  ///
  /// `resolution` is the scanner's, or for a photograph half of what the card is taken at.
  func shot(
    of face: CardFace, dpi resolution: Double? = nil, with random: inout SplitMix64
  ) throws -> Shot {
    if tier == .phone {
      let dpi =
        resolution.map { $0 * 2 }
        ?? PhoneCamera.dpi(subjectWidth: CardFace.width, isSheet: false)
      let canvas = try PageCanvas(width: CardFace.width, height: CardFace.height, dpi: dpi)
      try face.draw(canvas)
      let photo = PhoneCamera.shot(
        of: try canvas.raster(), corner: face.radius / 25.4 * dpi, isHeldOut: isHeldOut,
        with: &random)
      return Shot(
        picture: photo.picture, dpi: dpi, quality: isCompact ? 40 : random.whole(66...80),
        corners: photo.corners)
    }
    var settings = settings(with: &random)
    if let resolution {
      // The same lens: its blur is as wide on the card.
      settings.blur = min(settings.blur * max(resolution / settings.dpi, 1), 1.2)
      settings.dpi = resolution
    }
    let lid = lidInk(with: &random)
    let margins = (0..<4).map { _ in random.between(0.8, 5) }
    return try crop(face, margins: margins, settings: settings, lid: lid, with: &random)
  }

  // MARK: On a page

  private func sheet(turned: Int, with random: inout SplitMix64) throws -> LabelledCase {
    var settings = settings(with: &random)
    settings.noise *= isCompact ? 0.1 : 0.4
    let lid = random.chance(0.85) ? Ink(0.99, 0.99, 0.99) : Ink(0.96, 0.95, 0.93)
    let left = random.between(12, 105)
    var top = random.between(12, 60)
    var scan = Scanner.glass(settings: settings, lid: lid)
    for face in faces {
      let corner = Point(left + random.between(-4, 4), top)
      let angle = random.between(-1, 1)
      let middle =
        corner
        + Point(CardFace.width * face.scale / 2, CardFace.height * face.scale / 2).turned(
          degrees: angle, about: Point(0, 0))
      let card = try lying(face, dpi: settings.dpi * Scanner.oversampling, lid: lid)
      Scanner.lay(card, on: &scan, middle: middle, turned: angle, settings: settings)
      top += CardFace.height * face.scale + random.between(8, 60)
    }
    Scanner.wear(&scan, settings: settings, with: &random)
    scan = scan.turned(counterClockwise: turned)
    let file = try scanFile(scan, settings: settings, with: &random)
    return LabelledCase(
      set: set, tier: tier, files: [file], turned: turned,
      documents: faces.map { $0.label(page: 1) })
  }

  /// A scanned page as the PDF or the picture that a scanner makes of it.
  func scanFile(
    _ scan: Raster, settings: ScanSettings, with random: inout SplitMix64
  ) throws -> LabelledCase.File {
    random.chance(0.5)
      ? try PageFile.pdf(
        [scan], name: "scan", quality: settings.jpegQuality, isGray: settings.isGray)
      : try PageFile.jpeg(
        scan, name: "scan", quality: settings.jpegQuality, isGray: settings.isGray)
  }

  private func scan(
    _ page: Raster, settings: ScanSettings, outside: Ink, with random: inout SplitMix64
  ) -> Raster {
    let scale = settings.dpi / page.dpi
    let width = Int((Double(page.width) * scale).rounded())
    let height = Int((Double(page.height) * scale).rounded())
    let map = PlaneMap.rotation(
      degrees: settings.skew, scale: scale,
      from: Point(Double(page.width) / 2, Double(page.height) / 2),
      to: Point(Double(width) / 2, Double(height) / 2))
    var result = page.warped(
      width: width, height: height, dpi: settings.dpi, map: map, outside: outside)
    Scanner.wear(&result, settings: settings, with: &random)
    return result
  }

  /// A card with its shadow on the lid, and a little of the lid around it.
  func lying(_ face: CardFace, dpi: Double, lid: Ink) throws -> Raster {
    let margin = 1.2
    let canvas = try PageCanvas(
      width: CardFace.width * face.scale + 2 * margin,
      height: CardFace.height * face.scale + 2 * margin, dpi: dpi,
      paper: lid)
    try place(face, on: canvas, at: Point(margin, margin), turned: 0, lid: lid)
    return try canvas.raster()
  }

  func place(
    _ face: CardFace, on canvas: PageCanvas, at place: Point, turned: Double, lid: Ink
  ) throws {
    try canvas.placed(at: place, turned: turned) {
      try canvas.scaled(by: face.scale) {
        for layer in 0..<5 {
          let spread = 0.12 * Double(5 - layer)
          canvas.rectangle(
            x: 0.2 - spread / 2, y: 0.3 - spread / 2, width: CardFace.width + spread,
            height: CardFace.height + spread, fill: Ink(0, 0, 0, alpha: 0.09), corner: face.radius)
        }
        try canvas.clipped(
          width: CardFace.width, height: CardFace.height, corner: face.radius
        ) {
          try face.draw(canvas)
        }
      }
    }
  }

  private func lidInk(with random: inout SplitMix64) -> Ink {
    random.pick(weighted: [
      (Ink(0.985, 0.985, 0.985), 6), (Ink(0.9, 0.9, 0.89), 2), (Ink(0.12, 0.12, 0.12), 1.5),
    ])
  }

  // MARK: Photographed

  private func photographs(turned: Int, with random: inout SplitMix64) throws -> LabelledCase {
    let dpi = PhoneCamera.dpi(subjectWidth: CardFace.width, isSheet: false)
    let quality = isCompact ? 40 : random.whole(66...80)
    let usesOrientation = turned != 0 && random.chance(0.4)
    let files = try faces.map { face in
      let canvas = try PageCanvas(width: CardFace.width, height: CardFace.height, dpi: dpi)
      try face.draw(canvas)
      let photo = PhoneCamera.photograph(
        try canvas.raster(), corner: face.radius / 25.4 * dpi, isHeldOut: isHeldOut,
        with: &random)
      // A camera held sideways writes how to turn its pixels; then the page counts as upright.
      let orientation = turned == 90 ? 6 : turned == 180 ? 3 : 8
      return try PageFile.jpeg(
        photo.turned(counterClockwise: turned), name: face.side.rawValue, quality: quality,
        orientation: usesOrientation ? orientation : nil)
    }
    return LabelledCase(
      set: set, tier: tier, files: files, turned: usesOrientation ? 0 : turned,
      documents: faces.enumerated().map { $1.label(page: $0 + 1) })
  }
}
