import CorpusDrawing
import Documents
import Foundation

extension CardScene {
  /// All sides in one picture, each turned by up to `spread` degrees: on the glass of a scanner, or
  /// before a camera.
  func board(spread: Double, with random: inout SplitMix64) throws -> LabelledCase {
    tier == .phone
      ? try photograph(spread: spread, with: &random) : try glass(spread: spread, with: &random)
  }

  /// Middles of the cards in the cells of a grid.
  private func places(
    within width: Double, _ height: Double, columns: Int, with random: inout SplitMix64
  ) -> [Point] {
    let rows = (faces.count + columns - 1) / columns
    return faces.indices.map { index in
      let cell = (width / Double(columns), height / Double(rows))
      let loose = (max(cell.0 - 92, 0) / 2, max(cell.1 - 66, 0) / 2)
      return Point(
        (Double(index % columns) + 0.5) * cell.0 + random.between(-loose.0, loose.0) * 0.6,
        (Double(index / columns) + 0.5) * cell.1 + random.between(-loose.1, loose.1) * 0.6)
    }
  }

  private func glass(spread: Double, with random: inout SplitMix64) throws -> LabelledCase {
    var settings = settings(with: &random)
    settings.noise *= isCompact ? 0.1 : 0.4
    let lid = Ink(0.985, 0.985, 0.98)
    var scan = Scanner.glass(settings: settings, lid: lid)
    let columns = spread > 45 ? 1 : faces.count > 3 ? 2 : 1
    let middles = places(within: 206, 290, columns: columns, with: &random)
    for (face, middle) in zip(faces, middles) {
      let card = try lying(face, dpi: settings.dpi * Scanner.oversampling, lid: lid)
      Scanner.lay(
        card, on: &scan, middle: middle + Point(2, 3), turned: random.between(-spread, spread),
        settings: settings)
    }
    Scanner.wear(&scan, settings: settings, with: &random)
    let file = try scanFile(scan, settings: settings, with: &random)
    return LabelledCase(
      set: set, tier: tier, files: [file], documents: faces.map { $0.label(page: 1) })
  }

  /// One photograph of a board with the cards on it; a single card is photographed by itself.
  private func photograph(spread: Double, with random: inout SplitMix64) throws -> LabelledCase {
    let quality = isCompact ? 40 : random.whole(68...82)
    let turn = spread > 45 ? random.between(-spread, spread) : nil
    var labelled = LabelledCase(set: set, tier: tier, files: [], documents: [])
    if spread > 45 {
      for (index, face) in faces.enumerated() {
        let dpi = PhoneCamera.dpi(subjectWidth: CardFace.width, isSheet: false)
        let canvas = try PageCanvas(width: CardFace.width, height: CardFace.height, dpi: dpi)
        try face.draw(canvas)
        let photo = PhoneCamera.shot(
          of: try canvas.raster(), corner: face.radius / 25.4 * dpi, isHeldOut: isHeldOut,
          turn: turn, with: &random)
        labelled.files.append(
          try PageFile.jpeg(photo.picture, name: face.side.rawValue, quality: quality))
        labelled.documents.append(face.label(page: index + 1))
      }
      return labelled
    }
    let columns = faces.count > 3 ? 2 : 1
    let rows = (faces.count + columns - 1) / columns
    let (width, height) = (Double(columns) * 104, Double(rows) * 72)
    // Fifteen hundred pixels for a card: two of them fill a picture of twelve megapixels.
    let dpi = 1500 / CardFace.width * 25.4
    let inks: [UInt32] = [0xe9e4d8, 0x39424d, 0x6d5137, 0x2d4a3c, 0xbfc5c9]
    let ink = Ink(hex: random.pick(inks))
    let canvas = try PageCanvas(width: width, height: height, dpi: dpi, paper: ink)
    for (face, middle) in zip(faces, places(within: width, height, columns: columns, with: &random))
    {
      let half = Point(CardFace.width * face.scale / 2, CardFace.height * face.scale / 2)
      let angle = random.between(-spread, spread) * 0.4
      let corner = middle - half.turned(degrees: angle, about: Point(0, 0))
      try place(face, on: canvas, at: corner, turned: angle, lid: ink)
    }
    let photo = PhoneCamera.shot(of: try canvas.raster(), isHeldOut: isHeldOut, with: &random)
    labelled.files = [try PageFile.jpeg(photo.picture, name: "photo", quality: quality)]
    labelled.documents = faces.map { $0.label(page: 1) }
    return labelled
  }
}
