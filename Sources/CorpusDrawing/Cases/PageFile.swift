import CTesseract
import Foundation

/// Packs scanned pages into files of the formats that offices send.
package enum PageFile {
  /// The formats of scanners and cameras.
  package enum Format: String, CaseIterable, Sendable {
    case jpeg, png, tiff, pdf
  }

  /// One page as JPEG; `orientation` is the EXIF value that a camera would write.
  package static func jpeg(
    _ page: Raster, name: String, quality: Int, isGray: Bool = false, orientation: Int? = nil
  ) throws -> LabelledCase.File {
    var bytes = try page.jpeg(quality: quality, isGray: isGray)
    if let orientation {
      bytes.insert(contentsOf: exif(orientation: orientation), at: 2)
    }
    return LabelledCase.File(name: name + ".jpg", bytes: bytes)
  }

  /// One page as PNG.
  package static func png(
    _ page: Raster, name: String, isGray: Bool = false
  ) throws -> LabelledCase.File {
    LabelledCase.File(name: name + ".png", bytes: try page.png(isGray: isGray))
  }

  /// Pages as one TIFF, each compressed as JPEG.
  package static func tiff(
    _ pages: [Raster], name: String, quality: Int, isGray: Bool = false
  ) throws -> LabelledCase.File {
    var file = TiffFile()
    for page in pages {
      file.add(
        jpeg: try page.jpeg(quality: quality, isGray: isGray), width: page.width,
        height: page.height, dpi: Int(page.dpi.rounded()), isGray: isGray)
    }
    return LabelledCase.File(name: name + ".tif", bytes: file.finished())
  }

  /// Black-and-white pages as one TIFF with fax compression.
  package static func faxTiff(_ pages: [Raster], name: String) throws -> LabelledCase.File {
    var pixa = pixaCreate(Int32(pages.count))
    defer { pixaDestroy(&pixa) }
    for page in pages {
      try page.withPix(depth: 1) { pix in _ = pixaAddPix(pixa, pix, Int32(L_COPY)) }
    }
    var data: UnsafeMutablePointer<UInt8>?
    var size = 0
    guard pixaWriteMemMultipageTiff(&data, &size, pixa) == 0, let data else {
      throw DrawingError.encoding("TIFF")
    }
    defer { lept_free(data) }
    return LabelledCase.File(
      name: name + ".tif", bytes: Array(UnsafeBufferPointer(start: data, count: size)))
  }

  /// Pages as a PDF of JPEG images, as office scanners write it.
  package static func pdf(
    _ pages: [Raster], name: String, quality: Int, isGray: Bool = false
  ) throws -> LabelledCase.File {
    var file = ScanPdf()
    for page in pages {
      file.add(
        jpeg: try page.jpeg(quality: quality, isGray: isGray), width: page.width,
        height: page.height, dpi: page.dpi, isGray: isGray)
    }
    return LabelledCase.File(name: name + ".pdf", bytes: file.finished())
  }

  /// The APP1 segment of a JPEG that says how the camera was held.
  private static func exif(orientation: Int) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(orientation), 0,
      0, 0, 0, 0, 0,
    ]
    let content: [UInt8] = Array("Exif".utf8) + [0, 0] + tiff
    let length = content.count + 2
    return [0xff, 0xe1, UInt8(length >> 8), UInt8(length & 255)] + content
  }
}
