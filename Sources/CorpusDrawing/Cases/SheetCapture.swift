/// Draws whole sheets and captures them as a tier says: scanned, faxed or photographed.
package struct SheetCapture: Sendable {
  /// The width of an A4 sheet in millimetres.
  package static let width = 210.0
  /// The height of an A4 sheet in millimetres.
  package static let height = 297.0

  /// How badly the capture suffers.
  package var tier: Tier
  /// Whether one kind of file is asked for; else each tier chooses among what offices send.
  package var format: PageFile.Format?
  /// Whether pages may lie on the glass sideways or upside down.
  package var mayTurn: Bool
  /// Whether the sheet is of paper: a hand wrote on it, and no file holds it as it was set.
  package var isPaper = false
  /// Whether files should be as small as the tier allows.
  package var isCompact = false

  /// Creates a capture whose files are as large as they come.
  package init(tier: Tier, format: PageFile.Format? = nil, mayTurn: Bool = true) {
    (self.tier, self.format, self.mayTurn) = (tier, format, mayTurn)
  }

  /// The files of a case that shows `pages`, and by how many degrees it is turned.
  package func files(
    name: String, pages: [(PageCanvas) throws -> Void], with random: inout SplitMix64
  ) throws -> (files: [LabelledCase.File], turned: Int) {
    let turned = mayTurn && random.chance(0.12) ? random.pick([90, 180, 270]) : 0
    if tier == .phone {
      let dpi = PhoneCamera.dpi(subjectWidth: Self.width, isSheet: true)
      let quality = isCompact ? 45 : random.whole(68...80)
      let files = try pages.enumerated().map { index, draw in
        let sheet = try self.draw(page: draw, dpi: dpi)
        let photo = PhoneCamera.photograph(sheet, with: &random)
        return try PageFile.jpeg(
          photo.turned(counterClockwise: turned),
          name: pages.count == 1 ? name : "\(name)-\(index + 1)", quality: quality)
      }
      return (files, turned)
    }
    let vectorShare = isCompact ? 0.75 : 0.25
    if tier == .clean, !isPaper, turned == 0, format == nil || format == .pdf,
      random.chance(vectorShare)
    {
      let bytes = try VectorPdf.bytes(width: Self.width, height: Self.height, pages: pages)
      return ([LabelledCase.File(name: name + ".pdf", bytes: bytes)], 0)
    }
    var settings = ScanSettings.draw(tier: tier, isSheet: true, with: &random)
    if isCompact { settings = settings.compact(for: tier) }
    settings.isBilevel = tier == .bad && random.chance(0.15)
    let scans = try pages.map { draw in
      var own = settings
      own.skew = settings.skew * random.between(0.4, 1)
      let sheet = try self.draw(page: draw, dpi: settings.dpi * Scanner.oversampling)
      return Scanner.scan(sheet, settings: own, with: &random).turned(counterClockwise: turned)
    }
    let quality = settings.jpegQuality
    if settings.isBilevel {
      return ([try PageFile.faxTiff(scans, name: name)], turned)
    }
    let chosen =
      format
      ?? random.pick(weighted: [
        (.pdf, 5), (.tiff, scans.count > 1 ? 3 : 1), (.jpeg, scans.count > 1 ? 1 : 3),
      ])
    switch chosen {
    case .pdf:
      return (
        [try PageFile.pdf(scans, name: name, quality: quality, isGray: settings.isGray)], turned
      )
    case .tiff:
      return (
        [try PageFile.tiff(scans, name: name, quality: quality, isGray: settings.isGray)], turned
      )
    case .jpeg, .png:
      let files = try scans.enumerated().map { index, scan in
        let name = scans.count == 1 ? name : "\(name)-\(index + 1)"
        return chosen == .png
          ? try PageFile.png(scan, name: name, isGray: settings.isGray)
          : try PageFile.jpeg(scan, name: name, quality: quality, isGray: settings.isGray)
      }
      return (files, turned)
    }
  }

  private func draw(page: (PageCanvas) throws -> Void, dpi: Double) throws -> Raster {
    let canvas = try PageCanvas(width: Self.width, height: Self.height, dpi: dpi)
    try page(canvas)
    return try canvas.raster()
  }
}
