/// What a page of text went through before it is read.
package enum PageCondition: String, CaseIterable, Sendable {
  /// Drawn at 300 dpi, nothing lost.
  case clean
  /// Scanned in an office: turned a little, blurred, noisy, sometimes black and white.
  case scan
  /// Sent by fax: black and white at 200 dpi, half of its rows at times, strokes broken.
  case fax

  /// Copied in black and white, too light or too dark: thin strokes and marks are lost or run
  /// together.
  case copy

  /// The file that is left of `page`.
  package func file(
    of page: TextPage, name: String, with random: inout SplitMix64
  ) throws -> LabelledCase.File {
    switch self {
    case .clean:
      return try PageFile.png(draw(page, dpi: 300), name: name, isGray: true)
    case .scan:
      var settings = ScanSettings(
        dpi: random.pick([300, 300, 300, 240]), skew: random.between(-0.9, 0.9),
        blur: random.between(0.5, 1.1), noise: random.between(4, 14),
        jpegQuality: random.whole(45...80))
      settings.isGray = true
      settings.specks = random.chance(0.5) ? random.whole(5...40) : 0
      settings.shade = random.chance(0.4) ? random.between(0.03, 0.15) : 0
      settings.copyWash = random.chance(0.25) ? random.between(0.08, 0.25) : 0
      settings.isBilevel = random.chance(0.4)
      let sheet = try draw(page, dpi: settings.dpi * Scanner.oversampling)
      let scan = Scanner.scan(sheet, settings: settings, with: &random)
      return settings.isBilevel
        ? try PageFile.faxTiff([scan], name: name)
        : try PageFile.jpeg(scan, name: name, quality: settings.jpegQuality, isGray: true)
    case .fax:
      var settings = ScanSettings(
        dpi: 204, skew: random.between(-0.8, 0.8), blur: random.between(0.35, 0.6),
        noise: random.between(12, 32), jpegQuality: 50)
      settings.isGray = true
      settings.isBilevel = true
      settings.specks = random.whole(20...120)
      let isStandard = random.chance(0.25)
      let sheet = try draw(page, dpi: settings.dpi * Scanner.oversampling)
      var fax = Scanner.scan(sheet, settings: settings, with: &random)
      if isStandard { fax.halveRows() }
      return try PageFile.faxTiff([fax], name: name)
    case .copy:
      var settings = ScanSettings(
        dpi: random.pick([300, 300, 300, 200]), skew: random.between(-1, 1),
        blur: random.between(0.5, 1.2), noise: random.between(3, 12), jpegQuality: 50)
      settings.isGray = true
      settings.specks = random.whole(0...60)
      let sheet = try draw(page, dpi: settings.dpi * Scanner.oversampling)
      var copy = Scanner.scan(sheet, settings: settings, with: &random)
      PageWear.threshold(&copy, within: 75...190, with: &random)
      return try PageFile.faxTiff([copy], name: name)
    }
  }

  private func draw(_ page: TextPage, dpi: Double) throws -> Raster {
    let canvas = try PageCanvas(width: TextPage.width, height: page.sheetHeight, dpi: dpi)
    try page.draw(on: canvas)
    return try canvas.raster()
  }
}

extension Raster {
  /// Repeats every other row in place of the next, as a fax of standard resolution is shown.
  fileprivate mutating func halveRows() {
    let (rows, rowBytes) = (height, width * 3)
    withBytes { bytes in
      for row in stride(from: 1, to: rows, by: 2) {
        let from = (row - 1) * rowBytes
        for index in 0..<rowBytes { bytes[from + rowBytes + index] = bytes[from + index] }
      }
    }
  }
}
