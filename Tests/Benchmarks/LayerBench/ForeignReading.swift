import CorpusDrawing
import Documents
import Imaging
import Recognition
import Rendering

/// What an English engine reads on a page, as a layer beneath it.
struct ForeignReading {
  private let reader: LineTextReader

  init() throws { reader = try LineTextReader(language: "eng") }

  /// The page with the lines that the engine read.
  func applied(to page: LayerPdf) throws -> LayerPdf {
    guard let file = try SourceContent.open(page.bytes()).get().pdf else { return page }
    let map = try file.ink(0, dpi: 200)
    let pixels = Double(map.width) / page.width
    var page = page
    for line in page.lines {
      let area = PixelBox(
        x: Int((line.x - 4) * pixels), y: Int((line.y - 1.15 * line.size) * pixels),
        width: Int((page.width - line.x - 10) * pixels), height: Int(1.55 * line.size * pixels)
      ).intersection(PixelBox(x: 0, y: 0, width: map.width, height: map.height))
      guard area.width > 8, area.height > 6 else { continue }
      var bytes: [UInt8] = []
      for y in area.y..<area.maxY {
        bytes += map.pixels[y * map.width + area.x..<y * map.width + area.maxX]
      }
      let image = try PageImage(grayBytes: bytes, width: area.width, height: area.height, dpi: 200)
      let words = try reader.words(in: image, height: Int(1.25 * line.size * pixels))
      var stated = line
      stated.text = words.map(\.text).joined(separator: " ")
      if !stated.text.isEmpty { page.hidden.append(stated) }
    }
    return page
  }
}
