import CorpusDrawing

/// A drawn portrait photograph of 3 × 4 or 4 × 6 cm, filling its picture as phones and shops send it.
struct PortraitPhoto {
  let tier: Tier

  func file(isFemale: Bool, with random: inout SplitMix64) throws -> LabelledCase.File {
    let (width, height) = random.pick([(30.0, 40.0), (40.0, 60.0), (35.0, 45.0)])
    let dpi = tier == .bad ? 200.0 : random.pick([300.0, 400.0, 600.0])
    let canvas = try PageCanvas(width: width, height: height, dpi: dpi)
    PortraitStandIn.draw(
      on: canvas, x: 0, y: 0, width: width, height: height, isFemale: isFemale, with: &random)
    let quality = tier == .bad ? 60 : random.whole(75...92)
    return try PageFile.jpeg(try canvas.raster(), name: "portrait", quality: quality)
  }
}
