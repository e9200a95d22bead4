package import Documents
package import Imaging

/// Reads a prepared page: its codes, which way up its regions stand, and all their print.
///
/// It owns warm engines and belongs to one thread.
package final class PageReader {
  private let regions: RegionReader
  private let codeReader = CodeReader()

  /// Loads the models from the folders `taught` and `tessdata`; see `RegionReader`.
  package init(
    taught: String? = nil, tessdata: String? = nil,
    isSettled: @escaping RegionReader.SettledJudge = { _, _ in false }
  ) throws(RecognitionError) {
    regions = try RegionReader(taught: taught, tessdata: tessdata, isSettled: isSettled)
  }

  /// The reading of `page`, the `number`th of its source, and the page set upright as read.
  package func read(
    _ page: PreparedPage, number: Int
  ) throws -> (reading: PageReading, page: PreparedPage) {
    var readings: [RegionReading] = []
    var upsideDown: [Bool] = []
    for region in page.regions {
      if region.shape == .portrait {
        // There is no print to read, and noise would look like some.
        readings.append(
          RegionReading(
            shape: .portrait, width: region.image.width, height: region.image.height,
            quality: region.quality))
        upsideDown.append(false)
        continue
      }
      let codes = try codeReader.codes(in: region, of: page.page)
      // Cards with codes bear no seal over their print.
      let image = try codes.isEmpty ? SealedPrint.cleared(region, of: page.page) : region.image
      let result = try regions.read(
        image, shape: region.shape, codes: codes.map(\.reading),
        upsideDown: codes.first.map { $0.quarterTurnsToUpright == 2 }, quality: region.quality)
      readings.append(result.reading)
      upsideDown.append(result.isTurned)
    }
    let righted = try page.righted(upsideDown: upsideDown)
    if righted.turned != page.turned { readings.reverse() }
    for index in readings.indices { readings[index].toPage = righted.regions[index].toPage }
    return (
      PageReading(
        page: number,
        image: ImageSize(
          width: righted.page.width, height: righted.page.height,
          dpi: righted.page.dpi > 0 ? righted.page.dpi : righted.regions.first?.dpi ?? 0),
        turned: righted.turned, regions: readings), righted
    )
  }

  /// The lines of print on `page`, each with the pictures that the engine is given of it.
  package func lessons(on page: PreparedPage) throws -> [LineLesson] {
    try page.regions.flatMap { region in
      let codes = try codeReader.codes(in: region, of: page.page)
      return try regions.lessons(
        in: region.image, shape: region.shape, codes: codes.map(\.reading),
        upsideDown: codes.first.map { $0.quarterTurnsToUpright == 2 })
    }
  }
}
