import Documents
import Foundation
import Imaging
import Recognition
import Rendering

/// Goes over the pictures of folders, page by page.
struct PictureMeasures {
  private let files: [URL]

  init(under folders: ArraySlice<String>) {
    let kinds: Set<String> = ["jpg", "png", "pdf", "tif", "webp", "heic", "bmp", "jp2"]
    files = folders.flatMap { folder in
      let all = FileManager.default.enumerator(
        at: URL(filePath: folder), includingPropertiesForKeys: nil)
      return (all?.allObjects as? [URL] ?? []).filter {
        kinds.contains($0.pathExtension.lowercased())
      }
    }.sorted { $0.path < $1.path }
  }

  /// Prints the processor time of the stages, a row a page, and their means.
  func printStages() throws {
    let (preparer, codes) = (PagePreparer(), CodeReader())
    var sums = (decode: 0.0, prepare: 0.0, codes: 0.0, found: 0, pages: 0)
    print("decode\tprepare\tcodes\tfound\tregions\tfile")
    try forEachPage { file, decodeMs, page in
      let (prepared, prepareMs) = try ProcessorTime.measured { try preparer.prepare(page) }
      let (found, codesMs) = try ProcessorTime.measured {
        try prepared.regions.flatMap { try codes.codes(in: $0, of: prepared.page) }
      }
      let regions = prepared.regions.map {
        "\($0.shape.rawValue) \($0.image.width)x\($0.image.height)"
      }
      print(
        Self.tabbed([decodeMs, prepareMs, codesMs]), found.count, regions.joined(separator: ", "),
        file, separator: "\t")
      sums.decode += decodeMs
      sums.prepare += prepareMs
      sums.codes += codesMs
      sums.found += found.count
      sums.pages += 1
    }
    let pages = Double(max(1, sums.pages))
    print(
      Self.tabbed([sums.decode / pages, sums.prepare / pages, sums.codes / pages]), sums.found,
      "mean of \(sums.pages) pages", separator: "\t")
  }

  /// Prints the measures of quality, a row a region.
  func printQuality() throws {
    let preparer = PagePreparer()
    print(
      "text\tedge\tsharp\tcontrast\tbright\tglare\tburnt\thidden\tcolour\tmid\tscreen\tcut\tshape\tfile"
    )
    try forEachPage { file, _, page in
      for region in try preparer.prepare(page).regions {
        let quality = region.quality
        let numbers = [
          quality.textHeight, quality.edgeWidth, quality.sharpness, quality.contrast,
          quality.brightness, quality.glare, Double(quality.burntAreas.count),
          Double(quality.hiddenAreas.count), quality.colour, quality.midtones,
          quality.screenPattern, quality.isCutOff ? 1 : 0,
        ]
        print(Self.tabbed(numbers, places: 3), region.shape.rawValue, file, separator: "\t")
      }
    }
  }

  /// Calls `body` for each page that can be decoded.
  func forEachPage(
    _ body: (_ file: String, _ decodeMs: Double, _ page: PageImage) throws -> Void
  ) throws {
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      guard case .success(let content) = SourceContent.open(bytes) else { continue }
      for index in 0..<content.pageCount {
        let (page, ms) = ProcessorTime.measured { try? content.page(index) }
        guard let page else { continue }
        try body(file.pathComponents.suffix(3).joined(separator: "/"), ms, page)
      }
    }
  }

  private static func tabbed(_ numbers: [Double], places: Int = 1) -> String {
    numbers.map { String(format: "%.\(places)f", $0) }.joined(separator: "\t")
  }
}
